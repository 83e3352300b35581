import type { EChartsCoreOption } from 'echarts/core';

export interface Series {
  name: string;
  values: (number | null)[];
}

const aria = { enabled: false };
const legend = { show: true, itemWidth: 14, itemHeight: 10 };
const tooltip = { trigger: 'axis', axisPointer: { type: 'shadow' } };
const columns = (data: string[]) => ({ type: 'category', data, axisTick: { show: false }, axisLabel: { hideOverlap: true } });

/** A few columns a class, side by side. */
export const columnChart = (classes: string[], series: Series[]): EChartsCoreOption => ({
  aria,
  legend,
  tooltip,
  xAxis: columns(classes),
  yAxis: { type: 'value', min: 0 },
  series: series.map(({ name, values }) => ({
    name,
    type: 'bar',
    barMaxWidth: 28,
    barGap: '8%',
    itemStyle: { borderRadius: [3, 3, 0, 0] },
    data: values,
  })),
});

/** Lines over the months. */
export const monthChart = (months: string[], series: Series[]): EChartsCoreOption => ({
  aria,
  legend,
  tooltip: { trigger: 'axis' },
  xAxis: columns(months),
  yAxis: { type: 'value', min: 0 },
  series: series.map(({ name, values }, index) => ({
    name,
    type: 'line',
    symbol: ['circle', 'rect', 'triangle'][index],
    lineStyle: { type: ['solid', 'solid', 'dashed'][index] },
    data: values,
  })),
});

import type { EChartsCoreOption } from 'echarts/core';
import { formatChange, formatNumber } from '../../lib/formats';

export interface Bar {
  name: string;
  value: number;
}

/** What the drawing depends on besides the figures. */
export interface Look {
  phone: boolean;
  /** Colour of the labels, and of labels upon the first colour of bars. */
  ink: string;
  onBar: string;
}

/** Colours of more and less; arrows, signs and sides say the same. */
const rise = '#2b8a45';
const fall = '#c8503a';

const rowHeight = 26;
export const barsHeight = (rows: number, series = 1) => 60 + rows * (series === 1 ? rowHeight : 14 + series * 14);

/** On a phone a long name keeps its number, which tells schools apart: «Общеобразовательная школа № 5» → «Общеобраз… № 5». */
export function shortened(name: string): string {
  const most = 18;
  const number = /\s*№\s*\d+$/.exec(name)?.[0] ?? '';
  if (name.length <= most || number === '') return name;
  return `${name.slice(0, most - number.length - 1).trimEnd()}…${number}`;
}

const names = (bars: { name: string }[], { phone, ink }: Look) => ({
  type: 'category',
  inverse: true,
  data: bars.map((bar) => (phone ? shortened(bar.name) : bar.name)),
  axisTick: { show: false },
  axisLine: { show: false },
  axisLabel: { width: phone ? 112 : 240, overflow: 'truncate', color: ink, interval: 0, fontSize: phone ? 11 : 12 },
});

const grid = (right: number, top = 8, bottom = 4) => ({ left: 4, right, top, bottom, containLabel: true });
const aria = { enabled: false };

/** One bar a school, the mean of the territory as a line across. */
export function meanBars(bars: Bar[], line: { value: number; label: string } | null, look: Look): EChartsCoreOption {
  return {
    aria,
    grid: grid(16, 8, 28),
    tooltip: { trigger: 'item' },
    xAxis: { type: 'value', position: 'top', min: 0, splitNumber: look.phone ? 3 : 6 },
    yAxis: names(bars, look),
    series: [
      {
        type: 'bar',
        barMaxWidth: 16,
        itemStyle: { borderRadius: [0, 4, 4, 0] },
        data: bars.map((bar) => bar.value),
        label: {
          show: true,
          // At the left end no label meets the line of the mean.
          position: 'insideLeft',
          color: look.onBar,
          formatter: ({ value }: { value: number }) => formatNumber(value, 1),
        },
        markLine: line
          ? {
              symbol: 'none',
              silent: true,
              lineStyle: { color: '#d9a62e', width: 2, type: 'solid' },
              label: { position: 'end', color: look.ink, formatter: line.label },
              data: [{ xAxis: line.value }],
            }
          : undefined,
      },
    ],
  };
}

/** Bars to the right for who rose, to the left for who fell. */
export function changeBars(bars: Bar[], look: Look): EChartsCoreOption {
  return {
    aria,
    grid: grid(16),
    tooltip: { trigger: 'item', valueFormatter: (value: unknown) => formatChange(value as number, 2) },
    xAxis: {
      type: 'value',
      position: 'top',
      splitNumber: look.phone ? 3 : 6,
      // Room for the labels outside of the longest bars.
      boundaryGap: look.phone ? ['30%', '22%'] : ['8%', '8%'],
      axisLabel: { formatter: (value: number) => formatChange(value, value % 1 === 0 ? 0 : 1) },
    },
    yAxis: { ...names(bars, look), axisLine: { show: false, onZero: false } },
    series: [
      {
        type: 'bar',
        barMaxWidth: 16,
        data: bars.map((bar) => ({
          value: bar.value,
          itemStyle: { color: bar.value < 0 ? fall : rise, borderRadius: bar.value < 0 ? [4, 0, 0, 4] : [0, 4, 4, 0] },
          label: { position: bar.value < 0 ? 'left' : 'right' },
        })),
        label: { show: true, color: look.ink, formatter: ({ value }: { value: number }) => formatChange(value, 1) },
      },
    ],
  };
}

/** Several bars a subject: the territory, the oblast, the republic. */
export function subjectBars(
  subjects: { name: string; values: (number | null)[] }[],
  series: string[],
  max: number | null,
  look: Look,
): EChartsCoreOption {
  return {
    aria,
    grid: grid(44, 44),
    legend: { show: series.length > 1, itemWidth: 14, itemHeight: 10 },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'value', position: 'top', min: 0, max: max ?? undefined, splitNumber: look.phone ? 3 : 6 },
    yAxis: names(subjects, look),
    series: series.map((name, index) => ({
      name,
      type: 'bar',
      barMaxWidth: 14,
      barGap: '8%',
      itemStyle: { borderRadius: [0, 3, 3, 0] },
      data: subjects.map((subject) => subject.values[index]),
      label: {
        show: true,
        position: 'right',
        color: look.ink,
        fontSize: 11,
        formatter: ({ value }: { value: number | null }) => (value === null ? '' : formatNumber(value, 1)),
      },
    })),
  };
}

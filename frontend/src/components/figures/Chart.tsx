import './figures.css';
import { BarChartOutlined, TableOutlined } from '@ant-design/icons';
import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, type Figure } from '../../lib/formats';
import { useAppearance } from '../../lib/theme';
import { ScrollBox } from '../ScrollBox';

export interface ChartProps {
  title: string;
  /** Options of ECharts; colours, fonts and number formats are given. */
  option: EChartsCoreOption;
  /** The same figures in words: shown on request, read by screen readers, printed. */
  table: { columns: string[]; rows: (string | number | null)[][] };
  /** Pixels. */
  height?: number;
  /** Decimals of the figures in the tooltip and the table. */
  digits?: number;
  /** A click on a bar or point. */
  onSelect?: (point: { name: string; seriesName: string; dataIndex: number }) => void;
}

const palettes = {
  light: ['#007a8f', '#d9a62e', '#5b7fb5', '#7a9a3c', '#b4573f', '#6d5a9c', '#3e9f8a', '#8d6e4b'],
  dark: ['#3fb6ca', '#e6bb52', '#8fb0e0', '#a9c96b', '#e08b73', '#a897d8', '#6bcbb6', '#c2a27c'],
};

function dressed(option: EChartsCoreOption, dark: boolean, digits: number): EChartsCoreOption {
  const style = getComputedStyle(document.documentElement);
  const text = style.getPropertyValue('--text-soft').trim();
  const line = style.getPropertyValue('--line').trim();
  const valueFormatter = (value: unknown) => formatNumber(value as Figure, digits);
  const axis = (given: unknown): unknown => {
    if (Array.isArray(given)) return given.map(axis);
    if (typeof given !== 'object' || given === null) return given;
    const own = given as { type?: string; axisLabel?: object };
    const formatter = own.type === 'value' ? { formatter: (value: number) => formatNumber(value, value % 1 === 0 ? 0 : 1) } : {};
    return { splitLine: { lineStyle: { color: line } }, ...own, axisLabel: { color: text, ...formatter, ...own.axisLabel } };
  };
  return {
    color: palettes[dark ? 'dark' : 'light'],
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: text },
    animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 300,
    grid: { left: 8, right: 16, top: option.legend ? 40 : 16, bottom: 8, containLabel: true },
    ...option,
    ...(option.xAxis ? { xAxis: axis(option.xAxis) } : {}),
    ...(option.yAxis ? { yAxis: axis(option.yAxis) } : {}),
    ...(option.legend ? { legend: { textStyle: { color: text }, top: 0, left: 0, ...option.legend } } : {}),
    tooltip: { confine: true, valueFormatter, ...(option.tooltip as object | undefined) },
  };
}

export function Chart({ title, option, table, height = 320, digits = 1, onSelect }: ChartProps) {
  const { t } = useTranslation();
  const { dark } = useAppearance();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const place = useRef<HTMLDivElement>(null);
  const select = useRef(onSelect);
  select.current = onSelect;

  useEffect(() => {
    const element = place.current;
    if (view !== 'chart' || element === null) return;
    let stop = () => undefined as void;
    let gone = false;
    void import('./echarts').then(({ init }) => {
      if (gone) return;
      const chart = init(element, null, { renderer: 'svg' });
      chart.setOption(dressed(option, dark, digits));
      chart.on('click', ({ name, seriesName = '', dataIndex }) => select.current?.({ name, seriesName, dataIndex }));
      const observer = new ResizeObserver(() => chart.resize());
      observer.observe(element);
      stop = () => {
        observer.disconnect();
        chart.dispose();
      };
    });
    return () => {
      gone = true;
      stop();
    };
  }, [option, dark, digits, view]);

  const views = [
    ['chart', t('chart.chart'), <BarChartOutlined key="c" aria-hidden="true" />],
    ['table', t('chart.table'), <TableOutlined key="t" aria-hidden="true" />],
  ] as const;

  const figures = (
    <table aria-label={title}>
      <thead>
        <tr>
          {table.columns.map((column, index) => (
            <th key={index} scope="col" className={index > 0 ? 'numeric' : undefined}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={index}>
            {row.map((value, column) => (
              <td key={column} className={column > 0 ? 'numeric' : undefined}>
                {typeof value === 'number' && column > 0 ? formatNumber(value, digits) : (value ?? '—')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );

  return (
    <figure className="chart">
      <figcaption>
        <span>{title}</span>
        <span className="language" role="group" aria-label={t('chart.view', { title })}>
          {views.map(([key, label, icon]) => (
            <button
              key={key}
              type="button"
              aria-pressed={view === key}
              title={label}
              aria-label={label}
              onClick={() => setView(key)}
            >
              {icon}
            </button>
          ))}
        </span>
      </figcaption>
      {view === 'chart' && <div ref={place} className="chart-place" style={{ height }} role="img" aria-label={title} />}
      {view === 'table' ? (
        <ScrollBox className="plain-table" label={title}>
          {figures}
        </ScrollBox>
      ) : (
        <div className="visually-hidden chart-print">{figures}</div>
      )}
    </figure>
  );
}

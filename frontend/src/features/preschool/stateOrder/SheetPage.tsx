import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { apiPut } from '../../../api/client';
import { Empty } from '../../../components/Empty';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { StatusTag } from '../../../components/StatusTag';
import { formatNumber } from '../../../lib/formats';
import { usePhone } from '../../../lib/hooks';
import { localized } from '../../../lib/localized';
import { etagOf, sheetPath, useSheet, type Sheet, type SheetLine } from './api';
import { CellEditor } from './CellEditor';
import { allPresent, countOf, withCell, type Cell, type Edits } from './edits';
import { monthTitle } from './month';
import { SheetGrid } from './SheetGrid';
import './stateOrder.css';

/** A phone shows one day, a wider screen the whole month. */
function Entry({ sheet, edits, setEdits }: { sheet: Sheet; edits: Edits; setEdits: (edits: Edits) => void }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const last = sheet.days.findLast((of) => of.isWorking && !of.isFuture)?.day ?? 1;
  const [at, setAt] = useState({ row: 0, day: last });
  const enter = (line: SheetLine, day: number, cell: Cell) => setEdits(withCell(edits, line, day, cell));
  const { isWorking, isFuture } = sheet.days[at.day - 1]!;
  const line = sheet.children[at.row];
  const move = (by: number) => setAt({ ...at, day: Math.max(1, Math.min(sheet.days.length, at.day + by)) });
  return (
    <>
      <div className="order-bar">
        <Button
          icon={<LeftOutlined aria-hidden="true" />}
          aria-label={t('preschool.attendance.day-before')}
          onClick={() => move(-1)}
        />
        <strong>{t('preschool.attendance.day', { day: String(at.day) })}</strong>
        <Button
          icon={<RightOutlined aria-hidden="true" />}
          aria-label={t('preschool.attendance.day-after')}
          onClick={() => move(1)}
        />
        <Button disabled={sheet.isClosed || !isWorking || isFuture} onClick={() => setEdits(allPresent(sheet, at.day, edits))}>
          {t('preschool.attendance.all-present')}
        </Button>
      </div>
      {phone ? (
        sheet.children.map((one) => (
          <CellEditor key={one.childId} sheet={sheet} line={one} day={at.day} edits={edits} onEnter={enter} />
        ))
      ) : (
        <>
          <p className="hint">{t('preschool.attendance.keys')}</p>
          <SheetGrid sheet={sheet} edits={edits} at={at} onMove={setAt} onEnter={enter} />
          {line && <CellEditor sheet={sheet} line={line} day={at.day} edits={edits} onEnter={enter} />}
        </>
      )}
    </>
  );
}

export function SheetPage() {
  const { t } = useTranslation();
  const { groupId = '', month = '' } = useParams();
  const client = useQueryClient();
  const query = useSheet(groupId, month);
  const [edits, setEdits] = useState<Edits>({});
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const sheet = query.data;
  const count = countOf(edits);

  /** One request a changed child; what a refusal stopped stays to be looked at. */
  const save = async () => {
    setSaving(true);
    setError(null);
    let left = edits;
    let now = sheet!;
    try {
      for (const [child, own] of Object.entries(edits)) {
        const marks = Object.entries(own).map(([day, cell]) => ({
          day: Number(day),
          mark: cell.mark,
          document: cell.document ?? '',
        }));
        now = await apiPut<Sheet>(`${sheetPath(groupId, month)}/children/${child}`, { marks }, { etag: etagOf(now) });
        left = Object.fromEntries(Object.entries(left).filter(([id]) => id !== child));
      }
    } catch (refused) {
      setError(refused);
    } finally {
      client.setQueryData(['preschool', 'sheet', groupId, month], now);
      setEdits(left);
      setSaving(false);
    }
  };

  return (
    <Page
      title={sheet ? `${sheet.groupName} · ${monthTitle(month)}` : t('preschool.attendance.title')}
      subtitle={sheet && localized(sheet.institutionName)}
      status={
        sheet && (
          <StatusTag tone={sheet.isClosed ? 'success' : 'info'}>
            {t(sheet.isClosed ? 'preschool.attendance.closed' : 'preschool.attendance.open')}
          </StatusTag>
        )
      }
      breadcrumbs={[{ label: t('preschool.attendance.title'), to: `/preschool/attendance?month=${month}` }]}
      actions={
        <Button type="primary" disabled={count === 0} loading={saving} onClick={() => void save()}>
          {count === 0 ? t('action.save') : t('preschool.attendance.save', { marks: formatNumber(count) })}
        </Button>
      }
    >
      <ProblemAlert
        error={error ?? query.error}
        onRetry={() => {
          setError(null);
          void query.refetch();
        }}
      />
      {query.isPending && <Skeleton active />}
      {sheet && sheet.children.length === 0 && (
        <Empty title={t('preschool.child.empty')} text={t('preschool.attendance.empty.text')} />
      )}
      {sheet && sheet.children.length > 0 && (
        <section className="panel">
          <p>
            {t('preschool.attendance.working-days')}: <strong>{formatNumber(sheet.workingDays)}</strong>
          </p>
          <Entry sheet={sheet} edits={edits} setEdits={setEdits} />
        </section>
      )}
    </Page>
  );
}

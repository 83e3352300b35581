import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { localized } from '../../../lib/localized';
import { languages, monthsFrom, type Basis } from './api';

const ages = [1, 2, 3, 4, 5, 6];

/** New kindergartens of a scenario: month, territory where there are several, places by age and language. */
export function OpeningsField({ basis, months }: { basis: Basis; months: number }) {
  const { t } = useTranslation();
  const queues = Object.entries(basis.queues);
  const openingMonths = monthsFrom(basis.start, months);
  return (
    <Form.List name={['scenario', 'openings']}>
      {(gardens, { add, remove }) => (
        <>
          {gardens.map((garden, number) => (
            <fieldset key={garden.key} className="simulation-garden">
              <legend>{t('preschool.simulation.garden', { number: number + 1 })}</legend>
              <div className="simulation-fields">
                <Form.Item name={[garden.name, 'from']} label={t('preschool.simulation.garden.from')}>
                  <Select options={openingMonths} />
                </Form.Item>
                {queues.length > 1 && (
                  <Form.Item name={[garden.name, 'territoryCode']} label={t('preschool.simulation.garden.territory')}>
                    <Select
                      showSearch={{ optionFilterProp: 'label' }}
                      options={queues.map(([value, name]) => ({ value, label: localized(name) }))}
                    />
                  </Form.Item>
                )}
              </div>
              <PlacesField garden={garden.name} />
              <Button icon={<DeleteOutlined aria-hidden="true" />} onClick={() => remove(garden.name)}>
                {t('preschool.simulation.garden.remove')}
              </Button>
            </fieldset>
          ))}
          <Button
            icon={<PlusOutlined aria-hidden="true" />}
            disabled={gardens.length >= 10 || queues.length === 0}
            onClick={() =>
              add({
                from: openingMonths[0]?.value,
                territoryCode: queues[0]?.[0] ?? null,
                places: [{ age: 3, language: 'kk', profile: null, places: 25 }],
              })
            }
          >
            {t('preschool.simulation.garden.add')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

function PlacesField({ garden }: { garden: number }) {
  const { t } = useTranslation();
  return (
    <Form.List name={[garden, 'places']}>
      {(lines, { add, remove }) => (
        <>
          {lines.map((line) => (
            <div key={line.key} className="simulation-places">
              <Form.Item name={[line.name, 'age']} label={t('preschool.simulation.age')}>
                <Select options={ages.map((value) => ({ value, label: t('preschool.simulation.years', { count: value }) }))} />
              </Form.Item>
              <Form.Item name={[line.name, 'language']} label={t('preschool.simulation.language')}>
                <Select options={languages.map((value) => ({ value, label: t(`preschool.simulation.language.${value}`) }))} />
              </Form.Item>
              <Form.Item name={[line.name, 'places']} label={t('preschool.simulation.places')}>
                <InputNumber min={1} max={2000} precision={0} />
              </Form.Item>
              {lines.length > 1 && (
                <Button
                  icon={<DeleteOutlined aria-hidden="true" />}
                  aria-label={t('preschool.simulation.places.remove')}
                  onClick={() => remove(line.name)}
                />
              )}
            </div>
          ))}
          <Button
            type="link"
            icon={<PlusOutlined aria-hidden="true" />}
            disabled={lines.length >= 20}
            onClick={() => add({ age: 3, language: 'ru', profile: null, places: 25 })}
          >
            {t('preschool.simulation.places.add')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

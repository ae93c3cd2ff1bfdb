import { useLingui } from "@lingui/react/macro";
import type { CSSProperties, ReactNode } from "react";
import styles from "./BoardPage.module.css";
import type { CardBlock, CardPage } from "./layout/layoutCard.ts";
import type { TablePage } from "./layout/layoutTable.ts";

/** Lines whose figure is a sum, or what it all comes to. */
const SUMS: ReadonlySet<string> = new Set(["resolved", "inProgress", "ratio"]);
const PARTS: ReadonlySet<string> = new Set(["early", "onTime", "late", "inTime", "overdue"]);

/** One page of a board. */
export function BoardPage({ page }: { readonly page: TablePage | CardPage }): ReactNode {
  return page.kind === "table" ? <AgencyTable page={page} /> : <FigureCard page={page} />;
}

function AgencyTable({ page }: { readonly page: TablePage }): ReactNode {
  const { t } = useLingui();
  const { groups, rows, namePx } = page;
  const columns = groups.flatMap((group) => group.columns);
  return (
    <table className={styles["table"]} data-testid="board-table">
      <colgroup>
        {[namePx, ...groups.flatMap(({ widthsPx }) => widthsPx)].map((width, i) => (
          // Columns have no name of their own here.
          <col key={i} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" rowSpan={2} className={styles["name"]}>
            {t({ message: "Cơ quan", context: "board" })}
          </th>
          {groups.map(({ head, columns: own }) =>
            head === null ? (
              own.map((column) => (
                <th key={column.key} scope="col" rowSpan={2}>
                  {column.head}
                </th>
              ))
            ) : (
              <th key={head} scope="colgroup" colSpan={own.length} className={styles["over"]}>
                {head}
              </th>
            ),
          )}
        </tr>
        <tr>
          {groups.flatMap(({ head, columns: own }) =>
            head === null
              ? []
              : own.map((column) => (
                  <th key={column.key} scope="col">
                    {column.head}
                  </th>
                )),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, cells }) => (
          <tr key={id} data-testid={`board-row-${id}`}>
            <th scope="row" className={styles["name"]}>
              {name}
            </th>
            {columns.map(({ key }) => (
              <td key={key} data-figure={key}>
                {cells[key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FigureCard({ page: { id, title, columns } }: { readonly page: CardPage }): ReactNode {
  return (
    <section className={styles["card"]} data-testid={`board-card-${id}`}>
      {title !== "" && <h2 className={styles["title"]}>{title}</h2>}
      <div className={styles["columns"]} style={{ "--columns": columns.length } as CSSProperties}>
        {columns.map((blocks) => (
          <div key={keyOf(blocks)} className={styles["column"]}>
            {blocks.map((block) => (
              <Block key={keyOf([block])} block={block} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function keyOf(blocks: readonly CardBlock[]): string {
  return blocks[0]?.lines[0]?.key ?? "";
}

function Block({ block }: { readonly block: CardBlock }): ReactNode {
  return (
    <dl className={styles["block"]}>
      {block.lines.map(({ key, label, value, note }) => (
        <div
          key={key}
          className={styles["line"]}
          data-sum={SUMS.has(key)}
          data-part={PARTS.has(key)}
        >
          <dt>{label}</dt>
          <dd data-figure={key}>{value}</dd>
          {note !== null && <dd className={styles["note"]}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

import { type Catalogue, CatalogueSchema } from "@luot/contract";
import { err, ok, type Result } from "@luot/kit";
import type { z } from "zod";
import { keepLines } from "./keepLines.ts";
import { procedureListOf, readProcedureList } from "./readProcedureList.ts";

/** What is wrong with a catalogue, and where. */
export interface CatalogueFault {
  /** e.g. `procedures[12].serviceId` or `data[3].TENTTHC`; empty for the document as a whole. */
  readonly path: string;
  readonly message: string;
}

/** What a new catalogue is read against. */
export interface CatalogueContext {
  readonly serviceIds: ReadonlySet<string>;
  /** The catalogue it takes the place of. */
  readonly stored: Catalogue | null;
  /** ISO date, for a document that carries none. */
  readonly today: string;
}

/** More would not be read by anybody. */
const MAX_FAULTS = 50;

/**
 * Reads a catalogue: one of ours, or a list of procedures as the national exchange sends it
 * (`LayThuTuc`). Such a list knows no lines and no synonyms; they stay as they were.
 *
 * @returns the whole catalogue, or its first 50 faults; it is taken whole or not at all
 */
export function readCatalogue(
  raw: unknown,
  { serviceIds, stored, today }: CatalogueContext,
): Result<Catalogue, readonly CatalogueFault[]> {
  const list = procedureListOf(raw);
  let document = raw;
  if (list !== null) {
    const read = readProcedureList(list);
    if (!read.ok) return err(faultsOf(read.error));
    document = {
      asOf: today,
      procedures: keepLines(read.value, stored?.procedures ?? [], serviceIds),
      synonyms: stored?.synonyms ?? {},
    };
  }
  const parsed = CatalogueSchema.safeParse(document);
  if (!parsed.success) return err(faultsOf(parsed.error));
  const unknown = parsed.data.procedures.flatMap(({ serviceId, name }, at) =>
    serviceId === null || serviceIds.has(serviceId)
      ? []
      : [
          {
            path: `procedures[${at}].serviceId`,
            message: `the settings have no service "${serviceId}" (for "${shortened(name)}")`,
          },
        ],
  );
  return unknown.length === 0 ? ok(parsed.data) : err(unknown.slice(0, MAX_FAULTS));
}

/** The faults as lines for a person. */
export function faultLines(faults: readonly CatalogueFault[]): string {
  return faults
    .map(({ path, message }) => (path === "" ? message : `${path}: ${message}`))
    .join("\n");
}

function faultsOf({ issues }: z.ZodError): readonly CatalogueFault[] {
  return issues
    .slice(0, MAX_FAULTS)
    .map(({ path, message }) => ({ path: pathText(path), message }));
}

function pathText(steps: readonly PropertyKey[]): string {
  return steps
    .map((step, at) =>
      typeof step === "number" ? `[${step}]` : `${at === 0 ? "" : "."}${String(step)}`,
    )
    .join("");
}

function shortened(name: string): string {
  return name.length <= 60 ? name : `${name.slice(0, 59)}…`;
}

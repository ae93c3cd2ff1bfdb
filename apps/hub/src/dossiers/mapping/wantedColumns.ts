import type { Mapping } from "@luot/dossier";

/** The names a mapping looks for at the top of a record: the columns of a table. */
export function wantedColumns({ fields }: Mapping): readonly string[] {
  const paths = Object.values(fields).flatMap((rule) => rule.from);
  return [...new Set(paths)];
}

import type { Mapping, MappingFault } from "./Mapping.ts";

/** All that is wrong with a mapping's sense, each at its place; its shape is checked before. */
export function checkMapping(_mapping: Mapping): readonly MappingFault[] {
  return [];
}

export function readTarFile(tar: Buffer, name: string): Buffer;
export function listZipFiles(
  zip: Buffer,
): { readonly name: string; readonly isExecutable: boolean; readonly read: () => Buffer }[];
export function packAsar(files: Readonly<Record<string, Buffer | string>>): Buffer;
export function setFuses(binary: Buffer, wanted: Readonly<Record<string, boolean>>): void;

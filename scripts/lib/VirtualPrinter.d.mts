export interface PrinterPorts {
  readonly port: number;
  readonly webPort: number;
}

export function parseReadyLine(line: string): PrinterPorts | null;

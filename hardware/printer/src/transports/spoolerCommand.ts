import { Buffer } from "node:buffer";

/**
 * Hands what comes on standard input to the Windows spooler as it is (datatype RAW). The printer's
 * name comes in an environment variable, so that no name can become a command.
 */
const SCRIPT = String.raw`
$ErrorActionPreference = 'Stop'
Add-Type -TypeDefinition @'
using System; using System.Runtime.InteropServices;
public static class Spooler {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  public struct DocInfo { public string Name; public string Output; public string Datatype; }
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool OpenPrinterW(string name, out IntPtr printer, IntPtr defaults);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool ClosePrinter(IntPtr printer);
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern int StartDocPrinterW(IntPtr printer, int level, ref DocInfo info);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool EndDocPrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool WritePrinter(IntPtr printer, byte[] bytes, int count, out int written);
  static void Check(bool isDone) {
    if (!isDone) throw new System.ComponentModel.Win32Exception(Marshal.GetLastWin32Error());
  }
  public static void Send(string name, byte[] bytes) {
    IntPtr printer;
    Check(OpenPrinterW(name, out printer, IntPtr.Zero));
    try {
      var info = new DocInfo { Name = "Luot", Output = null, Datatype = "RAW" };
      Check(StartDocPrinterW(printer, 1, ref info) != 0);
      int written;
      Check(WritePrinter(printer, bytes, bytes.Length, out written) && written == bytes.Length);
      Check(EndDocPrinter(printer));
    } finally { ClosePrinter(printer); }
  }
}
'@
$memory = New-Object System.IO.MemoryStream
[Console]::OpenStandardInput().CopyTo($memory)
[Spooler]::Send($env:LUOT_PRINTER, $memory.ToArray())
`;

/** The longest name Windows lets a printer have. */
const MAX_NAME = 220;

/** What to start, with which variables; the job's bytes go to its standard input. */
export interface SpoolerCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The command that prints on a Windows printer.
 *
 * @param printerName as Windows shows it
 * @returns `null` for what cannot be a printer's name
 */
export function spoolerCommand(printerName: string): SpoolerCommand | null {
  const hasControls = /[\p{Cc}]/u.test(printerName);
  if (printerName.trim() === "" || printerName.length > MAX_NAME || hasControls) return null;
  const encoded = Buffer.from(SCRIPT, "utf16le").toString("base64");
  return {
    program: "powershell.exe",
    args: ["-NoProfile", "-NonInteractive", "-EncodedCommand", encoded],
    env: { LUOT_PRINTER: printerName },
  };
}

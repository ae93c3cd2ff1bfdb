import { type Board, type BoardPeriod, BoardSchema } from "@luot/contract";

/**
 * Fetches how many dossiers stand where, in the period in which today lies.
 *
 * @param baseUrl where the hub is, without a slash at the end; empty for the page's own origin
 * @returns `null` where the centre has no register of dossiers
 * @throws when the hub does not answer, or not with a board
 */
export async function fetchBoard(baseUrl: string, period: BoardPeriod): Promise<Board | null> {
  const address = `${baseUrl}/api/board?period=${period}`;
  const response = await fetch(address);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return BoardSchema.parse(await response.json());
}

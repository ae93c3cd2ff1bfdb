/**
 * Fills things of given heights into boxes of one height, in their order.
 *
 * @returns for each box the indices of what it holds; `null` where something is too high for any
 */
export function pack(
  heights: readonly number[],
  capacity: number,
): readonly (readonly number[])[] | null {
  const boxes: number[][] = [];
  let left = 0;
  for (const [index, height] of heights.entries()) {
    if (height > capacity) return null;
    const box = boxes.at(-1);
    if (box === undefined || height > left) {
      boxes.push([index]);
      left = capacity - height;
    } else {
      box.push(index);
      left -= height;
    }
  }
  return boxes;
}

/** As {@link pack}, in as many boxes, filled as evenly as that goes: no last one with a single line. */
export function packEvenly(
  heights: readonly number[],
  capacity: number,
): readonly (readonly number[])[] | null {
  const full = pack(heights, capacity);
  if (full === null || full.length < 2) return full;
  return evenest(heights, full.length, capacity) ?? full;
}

/** The packing into so many boxes at most whose highest is the lowest; `null` where none fits. */
export function evenest(
  heights: readonly number[],
  boxes: number,
  capacity: number,
): readonly (readonly number[])[] | null {
  // The best height is that of some things in a row.
  const sums = heights.flatMap((_, from) => {
    let sum = 0;
    return heights.slice(from).map((height) => (sum += height));
  });
  for (const sum of [...new Set(sums)].toSorted((a, b) => a - b)) {
    if (sum > capacity) return null;
    // Sums in another order differ in their last digits.
    const packed = pack(heights, sum + 1e-6);
    if (packed !== null && packed.length <= boxes) return packed;
  }
  return null;
}

const FROM_HOUR = 1;
const TO_HOUR = 5;

/** Whether an app may end and start again without anybody being before it. Pure. */
export function isQuietTime(hour: number): boolean {
  return hour >= FROM_HOUR && hour < TO_HOUR;
}

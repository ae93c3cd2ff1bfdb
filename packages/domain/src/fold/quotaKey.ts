/** Key of the count of tickets issued for a service in a session. */
export function quotaKey(serviceId: string, sessionId: string): string {
  return `${serviceId}/${sessionId}`;
}

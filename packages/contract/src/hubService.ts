/** The kind of service that a hub is among those announced on a LAN (DNS-SD, RFC 6763). */
export const HUB_SERVICE = "_luot._tcp.local";

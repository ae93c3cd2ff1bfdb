# Before the files go. During an upgrade the hub goes on, and is started anew after it.
if [ "$1" = remove ] && command -v systemctl >/dev/null; then
  if [ -d /run/systemd/system ]; then systemctl stop luot-hub.service || true; fi
  systemctl disable --quiet luot-hub.service || true
fi

# Before the files go. During an upgrade the hub goes on, and is started anew after it. It is not
# switched off: whoever installs it again, to mend something, finds it as it was.
if [ "$1" = remove ] && [ -d /run/systemd/system ]; then
  # Until the machine is started anew; by then it is enabled or it is not.
  if systemctl is-active --quiet luot-hub.service; then touch /run/luot-hub-was-up; fi
  systemctl stop luot-hub.service || true
fi

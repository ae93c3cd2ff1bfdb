# After the files are gone. The journal is the centre's record and outlives the program.
if [ "$1" = purge ]; then
  # By name, for systemctl does not know the unit any more.
  rm -f /etc/systemd/system/multi-user.target.wants/luot-hub.service
  rm -f /run/luot-hub-was-up
fi
if [ -d /run/systemd/system ]; then systemctl daemon-reload || true; fi
if [ -e /run/udev/control ] && command -v udevadm >/dev/null; then
  udevadm control --reload || true
fi
if [ "$1" = purge ] && [ -d /var/lib/luot ]; then
  if [ -z "$(ls -A /var/lib/luot)" ]; then
    rmdir /var/lib/luot
    userdel luot 2>/dev/null || true
  else
    echo "luot-hub: the data in /var/lib/luot and the user luot are kept."
    echo "  If they are not needed any more: rm -r /var/lib/luot && userdel luot"
  fi
fi

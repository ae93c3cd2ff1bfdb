# After the files of luot-hub are there: its user, its data folder, its service.
if [ "$1" = configure ]; then
  if ! getent passwd luot >/dev/null; then
    useradd --system --user-group --home-dir /var/lib/luot --no-create-home \
      --shell /usr/sbin/nologin luot
  fi
  for group in lp dialout; do
    if getent group "$group" >/dev/null; then usermod --append --groups "$group" luot; fi
  done
  install --directory --owner=luot --group=luot --mode=0700 /var/lib/luot
  if [ -e /run/udev/control ] && command -v udevadm >/dev/null; then
    udevadm control --reload || true
    udevadm trigger --subsystem-match=usbmisc || true
  fi
  if command -v systemctl >/dev/null; then
    # On the first installation alone: whoever switched it off wants it off.
    if [ -z "$2" ]; then systemctl enable --quiet luot-hub.service || true; fi
    if [ -d /run/systemd/system ]; then
      systemctl daemon-reload || true
      if [ -n "$2" ] && [ ! -e /run/luot-hub-was-up ]; then
        # An upgrade: a hub that runs begins anew, one that somebody has stopped stays so.
        systemctl try-restart luot-hub.service || true
      elif [ -e /var/lib/luot/hub.db ]; then
        systemctl start luot-hub.service || true
      fi
      rm -f /run/luot-hub-was-up
    fi
  fi
  if [ ! -e /var/lib/luot/hub.db ]; then
    echo "luot-hub is installed and waits for the settings of the centre:"
    echo "  luot-hub settings import FILE     FILE must be readable by the user luot"
    echo "  luot-hub officer add USER --role administrator --name NAME"
    echo "  systemctl start luot-hub"
    echo "An example to begin with: /opt/luot-hub/apps/hub/demo/centre.json"
    echo "More: /usr/share/doc/luot-hub/README.md"
  fi
fi

#!/usr/bin/env bash
# OpenStack Swift on one machine, with its S3 side, for tests: on loopback, in a folder of its own.
#   swift-s3.sh start FOLDER PROXY ACCOUNT CONTAINER OBJECT MEMCACHED    (five free ports; the first one speaks S3)
#   swift-s3.sh stop FOLDER                                              (at once, as kill -9 does; what was kept stays)
# S3 access key test:tester, secret testing; test:guest, secret visiting, has no right to anything.
set -euo pipefail
command=${1:?} folder=${2:?}

if [ "$command" = stop ]; then
  for file in "$folder"/run/*.pid; do
    kill -KILL "$(cat "$file")" 2> /dev/null || true
    rm -f "$file"
  done
  exit
fi

proxy=${3:?} memcached=${7:?}
declare -A ports=([account]=${4:?} [container]=${5:?} [object]=${6:?})
# As root the servers run as swift, which its package makes.
if [ "$(id -u)" = 0 ]; then user=swift as=(setpriv --reuid=swift --regid=swift --clear-groups); else user=$(id -un) as=(); fi

prepare() {
  mkdir -p "$folder"/{etc,node/disk,run,log,cache}
  printf '[swift-hash]\nswift_hash_path_suffix = tests\nswift_hash_path_prefix = tests\n[storage-policy:0]\nname = Policy-0\ndefault = yes\n' > "$folder/etc/swift.conf"
  for kind in "${!ports[@]}"; do
    cat > "$folder/etc/$kind-server.conf" << END
[DEFAULT]
swift_dir = $folder/etc
devices = $folder/node
mount_check = false
bind_ip = 127.0.0.1
bind_port = ${ports[$kind]}
workers = 0
user = $user
disable_fallocate = true
log_level = WARNING
recon_cache_path = $folder/cache
[pipeline:main]
pipeline = $kind-server
[app:$kind-server]
use = egg:swift#$kind
END
    (cd "$folder/etc" && swift-ring-builder "$kind.builder" create 4 1 1 && swift-ring-builder "$kind.builder" add "r1z1-127.0.0.1:${ports[$kind]}/disk" 100 && swift-ring-builder "$kind.builder" rebalance || true) > "$folder/log/rings.log"
  done
  cat > "$folder/etc/proxy-server.conf" << END
[DEFAULT]
swift_dir = $folder/etc
bind_ip = 127.0.0.1
bind_port = $proxy
workers = 0
user = $user
log_level = WARNING
[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck cache listing_formats bulk s3api tempauth copy slo dlo versioned_writes symlink proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
user_test_guest = visiting
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
s3_acl = false
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:$memcached
END
  for filter in catch_errors gatekeeper healthcheck listing_formats bulk copy slo dlo versioned_writes symlink; do
    printf '[filter:%s]\nuse = egg:swift#%s\n' "$filter" "$filter"
  done >> "$folder/etc/proxy-server.conf"
  printf 'allow_versioned_writes = true\nallow_object_versioning = true\n' | sed -i '/egg:swift#versioned_writes/r /dev/stdin' "$folder/etc/proxy-server.conf"
  chmod 755 "$folder"
  [ "$(id -u)" != 0 ] || chown -R swift "$folder"
}

launch() {
  local name=$1
  shift
  setsid "$@" > "$folder/log/$name.log" 2>&1 < /dev/null &
  echo $! > "$folder/run/$name.pid"
}

listening() {
  for _ in $(seq 600); do
    if (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; then return; fi
    sleep .1
  done
  tail -n 20 "$folder"/log/*.log >&2
  exit 1
}

[ -d "$folder/etc" ] || prepare
cd "$folder"
launch memcached "${as[@]}" memcached -l 127.0.0.1 -p "$memcached" -U 0 -m 16
for kind in "${!ports[@]}"; do launch "$kind" "${as[@]}" "swift-$kind-server" "$folder/etc/$kind-server.conf"; done
# The proxy comes last: it passes over a server that it once met too early.
for port in "$memcached" "${ports[@]}"; do listening "$port"; done
launch proxy "${as[@]}" swift-proxy-server "$folder/etc/proxy-server.conf"
listening "$proxy"

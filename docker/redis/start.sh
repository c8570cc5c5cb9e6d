#!/bin/sh
# Writes the access list with the password from the environment into memory, and becomes Redis.
set -eu
umask 077
sed "s/__PASSWORD__/${REDIS_PASSWORD}/" /template/users.acl.template > /run/redis/users.acl
chown -R redis:redis /run/redis /data
# Nudges only: nothing is kept, and nothing that was said ever comes here.
exec setpriv --reuid=redis --regid=redis --clear-groups redis-server --aclfile /run/redis/users.acl --save '' --appendonly no --maxmemory 128mb --maxmemory-policy noeviction --dir /data

# Short connections to one server, from inside a host. Arguments: HOST PORT KIND PINGS BATCHES SIZE PAUSE SECONDS.
# Prints lines: "resolution MILLIS", "ping CONNECT_MICROS REPLY_MICROS" (REPLY - where nothing came back), "failed",
# "probe NAME", "speaks-first", "batch SIZE REFUSED BROKEN", "out-of-time".
host=$1 port=$2 kind=$3 pings=$4 batches=$5 size=$6 pause=$7 most_seconds=$8
trap '' PIPE
SECONDS=0

# A server that answers slowly, or a busy host, uses up the time; only a connection that hangs needs to be killed.
is_out_of_time() { [ "$SECONDS" -ge "$most_seconds" ] && echo 'out-of-time'; }

if [ -n "${EPOCHREALTIME-}" ]; then
    micros() { now=${EPOCHREALTIME//[.,]/}; }
    echo 'resolution 0.1'
else
    # Starting date takes about a millisecond.
    micros() { now=$(date +%s%N) && now=$((now / 1000)); }
    echo 'resolution 3'
fi

open() { { exec {fd}<>"/dev/tcp/$host/$port"; } 2>/dev/null; }
shut() { { exec {fd}>&-; } 2>/dev/null; }

# listen SECONDS: 0 if a byte comes (NUL bytes too), 1 if the connection ends, above 128 if it stays silent.
listen() { { IFS= read -r -d '' -t "$1" -n 1 -u "$fd" byte; } 2>/dev/null; }

# A request that every server of the sort answers, be it with a refusal: PostgreSQL's question for TLS, else the PING of
# Redis, which memcached refuses in words, and for which servers of other protocols end the connection.
send() {
    case $1 in
    tls) printf '\0\0\0\010\004\322\026\057' >&"$fd" ;;
    word) printf '*1\r\n$4\r\nPING\r\n' >&"$fd" ;;
    esac 2>/dev/null
}

# try NAME: sets $status to how listen ended after the request; 255 if there was no connection.
try() {
    status=255
    open || return
    send "$1"
    listen 1
    status=$?
    shut
}

# find_probe NAME...: the first request that is answered; waits as long as the timed ones do, since without an answer only
# connecting is timed, which ends at the nearest relay. A connection that ends is an answer if the next one ends as well:
# one alone may have been ended by a faulty link.
find_probe() {
    for probe; do
        try "$probe"
        if [ "$status" -ne 0 ] && { [ "$status" -le 128 ] || [ "$status" -eq 255 ]; }; then
            try "$probe"
        fi
        [ "$status" -le 128 ] && return
    done
    probe=none
}

speaks_first=
if open; then
    listen 0.3 && speaks_first=yes
    shut
fi
if [ -n "$speaks_first" ]; then
    # MySQL counts unfinished logins of a host and locks the host out: no soak.
    echo 'speaks-first'
    probe=greeting
    batches=0
elif [ "$pings" -gt 0 ]; then
    if [ "$kind" = database ]; then find_probe tls word; else find_probe word; fi
fi
[ "$pings" -gt 0 ] && echo "probe $probe"

for ((i = 0; i < pings; i++)); do
    is_out_of_time && exit
    micros
    began=$now
    if ! open; then
        echo 'failed'
        continue
    fi
    micros
    connected=$now
    reply=-
    if [ "$probe" != none ]; then
        send "$probe"
        listen 1
        [ $? -le 128 ] && micros && reply=$((now - connected))
    fi
    shut
    echo "ping $((connected - began)) $reply"
done

for ((batch = 0; batch < batches; batch++)); do
    is_out_of_time && exit
    open_fds=() refused=0 broken=0
    for ((i = 0; i < size; i++)); do
        if open; then open_fds+=("$fd"); else refused=$((refused + 1)); fi
    done
    sleep "$pause"
    for fd in "${open_fds[@]}"; do
        # A healthy server is silent: something to read, and no byte in it, is the connection's end.
        if { read -r -t 0 -u "$fd"; } 2>/dev/null && ! listen 0.2; then
            broken=$((broken + 1))
        fi
        shut
    done
    echo "batch $size $refused $broken"
done

# Facts of a host, for a POSIX shell. Reads only, starts nothing that stays, writes no file. What this login may not read of
# a process it tries by two commands of sudo, cat /proc/PID/environ and ls -l /proc/PID/fd, and by no other. The caller
# sets $mark, a random word that begins the lines which frame each answer, and appends calls of "fact" with quoted
# arguments.
LC_ALL=C
export LC_ALL

# What says the zone of the host, and which files this shell sees of its control groups.
localtime=/etc/localtime
mounts=/proc/self/mountinfo
# LIMIT: the most processes of one tree whose descriptors are looked at, the most far ends that these may be connected
# to, and the most that are told of those that came to them; beyond the first two the sockets are not known.
most_processes=512
most_outbound=4000
most_inbound=1000
# LIMIT: how many seconds one command by sudo is waited for, and how long after the beginning of this script sudo is tried,
# so that a slow one costs no more than what it was asked for.
most_sudo_seconds=2
sudo_until=$(($(date +%s) + 11))

# fact KEY COMMAND ARGUMENT...: frames what the command prints, errors too, and its exit status.
fact() {
    fact_key=$1
    shift
    printf '\n%s begin %s\n' "$mark" "$fact_key"
    "$@" 2>&1
    printf '\n%s end %s\n' "$mark" "$?"
}

machine() {
    cat /etc/machine-id 2>/dev/null || cat /var/lib/dbus/machine-id 2>/dev/null || echo 'no machine id'
    cat /proc/sys/kernel/random/boot_id
}

# offsets EPOCH...: a line "EPOCH +hhmm" each, in the time zone of the shell. GNU and BusyBox know -d, BSD -r.
offsets() {
    for epoch in "$@"; do
        offset=$(date -d "@$epoch" +%z 2>/dev/null) || offset=$(date -r "$epoch" +%z) || return
        printf 'offset %s %s\n' "$epoch" "$offset"
    done
}

# zone EPOCH...: what says which time zone the shell has, and the offsets that come of it. That is what the host's files
# say now; a process that runs for long keeps what they said when it began. So it is told when the link was changed, by
# stat without following it: an update of the time zone data changes what it leads to.
zone() {
    [ -n "${TZ+set}" ] && printf 'TZ %s\n' "$TZ"
    [ -L "$localtime" ] && printf 'localtime %s\n' "$(readlink "$localtime")"
    [ -L "$localtime" ] && printf 'localtime-changed %s\n' "$(stat -c %Z "$localtime" 2>/dev/null)"
    [ -r "$localtime" ] && printf 'localtime-digest %s\n' "$(digest "$localtime")"
    [ -r /etc/timezone ] && printf 'timezone %s\n' "$(head -n 1 /etc/timezone)"
    offsets "$@"
}

digest() {
    if command -v sha256sum >/dev/null 2>&1; then
        sha256sum <"$1" | cut -d ' ' -f 1
    else
        openssl dgst -sha256 -r <"$1" | cut -d ' ' -f 1
    fi
}

# find_pid PID_FILE: sets $pid to the number in the file if a process has it.
find_pid() {
    pid=
    { read -r pid || [ -n "$pid" ]; } <"$1" || return
    case $pid in
    '' | *[!0-9]*)
        echo "the pid file holds [$pid], not a number"
        return 1
        ;;
    esac
    [ -d "/proc/$pid" ] && return
    if [ -d /proc/1 ]; then
        echo "no process has the number [$pid] of the pid file"
    else
        echo "the processes of others are hidden from this login, the one with the number [$pid] among them"
    fi
    return 1
}

# by_sudo SCRIPT ARGUMENT...: what a script with a command of sudo prints in time, where there is a sudo for it; $mark is
# its $0. What runs as root cannot be ended from here, so that nobody waits for it longer: it ends by itself, or when it
# writes. A shell of its own has none of the streams that this one keeps.
by_sudo() {
    for tool in sudo timeout; do
        command -v "$tool" >/dev/null 2>&1 || return
    done
    [ "$(date +%s)" -lt "$sudo_until" ] || return
    sudo_script=$1
    shift
    (sh -c "$sudo_script" "$mark" "$@" </dev/null 2>/dev/null &) | timeout "$most_sudo_seconds" cat
}

# variables PID: of its environment what says language and time zone; whatever else it holds stays here, since that may be
# secret. By sudo where this login may not read it.
variables() {
    environ=/proc/$1/environ
    wanted='^(TZ|LANG|LANGUAGE|LC_[A-Z]+)='
    if refusal=$(cat "$environ" 2>&1 >/dev/null); then
        entries "$wanted" <"$environ"
        return 0
    fi
    # shellcheck disable=SC2016 # for the other shell
    told=$(by_sudo 'sudo -n cat "$1" && printf "\000%s\000" "$0"' "$environ" | entries "$wanted|^$mark\$")
    case $told in
    *"$mark")
        printf '%s\n' "${told%"$mark"}"
        return 0
        ;;
    esac
    printf '%s; sudo -n cat %s does not tell it either\n' "$refusal" "$environ"
    return 1
}

# process PID_FILE EPOCH...: start and locale of a process, its time zone and the offsets that come of it. Of its command
# line only the options named here are told, since others hold secrets.
process() {
    find_pid "$1" || return
    shift
    variables=$(variables "$pid") || {
        printf '%s\n' "$variables"
        return 1
    }
    printf 'pid %s\n' "$pid"
    printf 'boot %s\n' "$(grep '^btime ' /proc/stat | cut -d ' ' -f 2)"
    printf 'ticks %s\n' "$(getconf CLK_TCK 2>/dev/null || echo 100)"
    printf 'stat %s\n' "$(cat "/proc/$pid/stat")"
    printf '%s\n' "$variables" | sed -n 's/^[A-Z]/variable &/p'
    entries '^-D(file\.encoding|sun\.jnu\.encoding|user\.(timezone|language|country|region|variant))=' \
        <"/proc/$pid/cmdline" | sed 's/^/option /'
    if zone_of_process=$(printf '%s\n' "$variables" | grep '^TZ='); then
        (
            TZ=${zone_of_process#TZ=}
            export TZ
            zone "$@"
        )
    else
        (
            unset TZ
            zone "$@"
        )
    fi
}

# capacity PID_FILE: what a process may use of its host: the processors that it may run on and those that are on, the memory
# of the host, and the limits of the control groups that it stands in.
capacity() {
    find_pid "$1" || return
    allowed=$(sed -n 's/^Cpus_allowed_list:[[:space:]]*//p' "/proc/$pid/status") || return
    printf 'allowed %s\n' "$allowed"
    printf 'online %s\n' "$(cat /sys/devices/system/cpu/online 2>/dev/null ||
        sed -n 's/^cpu\([0-9][0-9]*\) .*/\1/p' /proc/stat | tr '\n' ',')"
    sed -n 's/^MemTotal: *\([0-9]*\) kB$/memory \1/p' /proc/meminfo
    [ -e /proc/self/cgroup ] || return 0
    groups=$(control_groups "$mounts" "/proc/$pid/cgroup") || {
        printf '%s\n' "$groups"
        return 1
    }
    printf '%s\n' "$groups" | while read -r group; do
        limits "$group"
    done
}

# control_groups MOUNTS GROUPS: the folders of the groups in a list of the kernel's, of version 2 ("0::GROUP") and of the
# controllers of processors and memory of version 1, and of all groups above them. A shell in a container sees a part of the
# tree only, and may see another one than that of the process: then it says so, rather than the limits of others.
control_groups() {
    awk '
        FILENAME == ARGV[1] {
            for (i = 7; i < NF && $i != "-"; i++) {}
            if ($(i + 1) ~ /^cgroup2?$/) {
                mounts++
                root[mounts] = $4
                folder[mounts] = $5
                kind[mounts] = ($(i + 1) == "cgroup2") ? ",2," : "," $NF ","
            }
            next
        }
        {
            sub(/^[0-9]*:/, "")
            controllers = "," substr($0, 1, index($0, ":") - 1) ","
            group = substr($0, index($0, ":") + 1)
            if (controllers == ",,") {
                second = group
            } else if (controllers ~ /,cpu,/) {
                first++
                find(",cpu,", group)
            } else if (controllers ~ /,memory,/) {
                first++
                find(",memory,", group)
            }
        }
        END {
            if (first == 0 || second != "/" && is_mounted(",2,")) {
                find(",2,", second)
            }
            if (unseen != "") {
                print "the control group [" unseen "] of the process is not seen by this login"
                exit 1
            }
            for (i = 1; i <= found; i++) {
                print seen[i]
            }
        }
        function is_mounted(wanted, m) {
            for (m = 1; m <= mounts; m++) {
                if (index(kind[m], wanted)) {
                    return 1
                }
            }
            return 0
        }
        function find(wanted, group, m, rest) {
            for (m = 1; m <= mounts; m++) {
                rest = below(root[m], group)
                if (index(kind[m], wanted) && rest != "no" && group ~ /^\// && group !~ /\/\.\.(\/|$)/) {
                    while (rest != "") {
                        seen[++found] = folder[m] rest
                        sub(/\/[^\/]*$/, "", rest)
                    }
                    seen[++found] = folder[m]
                    return
                }
            }
            if (group != "/") {
                unseen = group
            }
        }
        function below(top, group) {
            if (top == "/") {
                return group == "/" ? "" : group
            }
            if (group == top) {
                return ""
            }
            return index(group, top "/") == 1 ? substr(group, length(top) + 1) : "no"
        }' "$1" "$2"
}

# limits FOLDER: those of a control group, of either version: a quota and its period in microseconds, and bytes.
limits() {
    [ -r "$1/cpu.max" ] && printf 'quota %s\n' "$(cat "$1/cpu.max")"
    [ -r "$1/cpu.cfs_quota_us" ] &&
        printf 'quota %s %s\n' "$(cat "$1/cpu.cfs_quota_us")" "$(cat "$1/cpu.cfs_period_us")"
    for limit in memory.max memory.high memory.limit_in_bytes; do
        [ -r "$1/$limit" ] && printf 'limit %s\n' "$(cat "$1/$limit")"
    done
    return 0
}

# entries PATTERN: those that match of what comes in, separated by NUL; a line break inside of one is turned into \001
# first, so that the rest of another variable never looks like one that is asked.
entries() {
    tr '\n\000' '\001\n' | grep -E "$1"
}

# process_tree PID: the number and those of all that descend from it, without this shell.
process_tree() {
    [ "$1" = "$$" ] && return
    printf '%s\n' "$1"
    for child in $(process_children "$1"); do
        process_tree "$child"
    done
}

# process_children PID: the numbers of its children, as the kernel lists them, or else by whom every process calls its
# parent: a kernel may come without the list (CONFIG_PROC_CHILDREN).
process_children() {
    if [ -e "/proc/$1/task/$1/children" ]; then
        cat "/proc/$1/task/"*/children 2>/dev/null
    else
        children_by_parent "$1"
    fi
}

# children_by_parent PID: the numbers of the processes that have this parent.
children_by_parent() {
    grep -lE "^[0-9]+ \(.*\) [A-Za-z] $1 " /proc/[0-9]*/stat 2>/dev/null | cut -d / -f 3
}

# sockets PID_FILE SAMPLES PAUSE: as often as asked, the sockets of a process and its descendants and the rows that the
# tables of their network have of these, each once and not all that are inbound, since a busy host has thousands.
sockets() {
    find_pid "$1" || return
    tree=$(process_tree "$pid" | head -n "$((most_processes + 1))")
    # shellcheck disable=SC2086 # one word for each process
    [ "$(printf '%s\n' $tree | wc -l)" -le "$most_processes" ] || {
        echo "the process $pid and those that descend from it are more than [$most_processes]"
        return 1
    }
    samples "$2" "$3" | own_sockets
}

# samples SAMPLES PAUSE: the descriptors of $tree and the tables of its network, as often as asked.
samples() {
    directories=$(printf '/proc/%s/fd\n' $tree)
    list=descriptors
    descriptors | grep -q denied && list=descriptors_by_sudo
    sample=0
    while [ "$sample" -lt "$1" ]; do
        [ "$sample" -gt 0 ] && sleep "$2"
        sample=$((sample + 1))
        "$list"
        for table in tcp tcp6; do
            [ -r "/proc/$pid/net/$table" ] || continue
            echo "table $table"
            cat "/proc/$pid/net/$table"
        done
    done
}

# descriptors: the lines of ls about sockets of $directories, and about what this login may not list.
descriptors() {
    # shellcheck disable=SC2086 # one word for each process
    ls -l $directories 2>&1 | grep -E 'socket:|denied'
}

# descriptors_by_sudo: the sockets of $directories if sudo lists all of these; otherwise what this login sees, from now on.
# A process may end meanwhile; any other error of ls counts, in whatever language root has.
descriptors_by_sudo() {
    # shellcheck disable=SC2016,SC2086 # for the other shell; one word for each process
    told=$(by_sudo 'sudo -n ls -l "$@" 2>&1; printf "%s\n" "$0"' $directories | awk -v mark="$mark" '
        / -> / { some = 1 }
        match($0, /socket:\[[0-9]+\]/) { print substr($0, RSTART, RLENGTH) }
        /^[^ ]*ls: / && !/No such file/ { refused = 1 }
        $0 == mark { whole = 1 }
        END { if (some && whole && !refused) print mark }')
    case $told in
    *"$mark") printf '%s\n' "${told%"$mark"}" ;;
    *)
        list=descriptors
        descriptors
        ;;
    esac
}

# own_sockets: of what comes in, each refusal once, and the rows that belong to one of the descriptors: all that listen,
# and one for each far end. The columns are both ends, the state and, tenth, the inode. A far end that comes to a port
# that is listened on is inbound; nobody asks for all of these.
own_sockets() {
    awk -v most="$most_outbound" -v most_inbound="$most_inbound" '
        match($0, /socket:\[[0-9]+\]/) {
            own[substr($0, RSTART + 8, RLENGTH - 9)] = 1
            next
        }
        /denied/ || /^table / {
            if (!($0 in said)) {
                said[$0] = 1
                print
            }
            next
        }
        ($10 in own) && !(($2, $3, $4, $10) in known) {
            known[$2, $3, $4, $10] = 1
            row[++rows] = $1 " " $2 " " $3 " " $4 " " $5 " " $6 " " $7 " " $8 " " $9 " " $10
            port[rows] = $2
            sub(/.*:/, "", port[rows])
            far[rows] = $3
            descriptor[rows] = $10
            if ($4 == "0A") {
                listener[rows] = 1
                listens[port[rows]] = 1
            }
        }
        END {
            for (i = 1; i <= rows; i++) {
                inbound = (port[i] in listens)
                if (!(i in listener) && ((inbound, far[i]) in ends)) {
                    left[i] = 1
                } else if (!(i in listener)) {
                    ends[inbound, far[i]] = 1
                    if (inbound && ++taken > most_inbound) {
                        left[i] = 1
                    } else if (!inbound) {
                        made++
                    }
                }
            }
            if (made > most) {
                print "the processes are connected to more than [" most "] far ends"
                exit 1
            }
            for (i = 1; i <= rows; i++) {
                if (!(i in left)) {
                    print "socket:[" descriptor[i] "]"
                    print row[i]
                }
            }
        }'
}

# file PATH: size, time of change and digest; or how ls says that it is not there.
file() {
    if [ ! -f "$1" ]; then
        ls -d -- "$1" && echo 'this is no plain file'
        return 1
    fi
    printf 'size %s\n' "$(wc -c <"$1" | tr -d ' ')"
    printf 'changed %s\n' "$(stat -c %Y -- "$1" 2>/dev/null || date -r "$1" +%s)"
    printf 'sha256 %s\n' "$(digest "$1")"
}

# text PATH: a file as it is, or that it is longer than 256 KiB.
text() {
    [ -f "$1" ] || {
        ls -d -- "$1" && echo 'this is no plain file'
        return 1
    }
    [ -r "$1" ] || {
        cat -- "$1"
        return 1
    }
    [ "$(wc -c <"$1")" -le 262144 ] || {
        echo 'this is longer than 262144 bytes'
        return 1
    }
    cat -- "$1"
}

# setting FILE KEY: the lines of a properties file that set the key, and no other line.
setting() {
    [ -f "$1" ] || {
        ls -d -- "$1" && echo 'this is no plain file'
        return 1
    }
    [ -r "$1" ] || {
        cat -- "$1"
        return 1
    }
    grep -F -- "$2" "$1" | while read -r setting_line; do
        case $setting_line in
        "$2="* | "$2:"* | "$2 "* | "$2	"*) printf '%s\n' "$setting_line" ;;
        esac
    done
}

# address FILE KEY: sets $host and $port to what the setting says, whether HOST:PORT or a URL with a login in it.
address() {
    value=$(setting "$1" "$2" | tail -n 1)
    value=${value#"$2"}
    value=${value#"${value%%[!	 =:]*}"}
    value=${value##*://}
    value=${value##*@}
    value=${value%%[/?]*}
    value=${value%%[	 ]#*}
    # LIMIT: of several hosts in one setting any may be the one in use, so that none of them is judged.
    case $value in
    *[,\;\ ]*:[0-9]*) return 1 ;;
    esac
    value=${value%%[,; ]*}
    host=${value%:*}
    port=${value##*:}
    host=${host#[}
    host=${host%]}
    case $port in
    '' | *[!0-9]* | ??????*) return 1 ;;
    esac
    case $host in
    '' | *[!A-Za-z0-9._:-]*) return 1 ;;
    esac
}

# endpoint FILE KEY: the address in a setting, and what its name resolves to here.
endpoint() {
    address "$1" "$2" || {
        setting "$1" "$2" >/dev/null || setting "$1" "$2"
        echo 'no HOST:PORT in it, or several'
        return 1
    }
    printf 'host %s\nport %s\n' "$host" "$port"
    case $host in
    *[!0-9.]*)
        case $host in
        *:*) printf 'ip %s\n' "$host" ;;
        *) getent ahosts "$host" | cut -d ' ' -f 1 | sort -u | sed 's/^/ip /' ;;
        esac
        ;;
    *) printf 'ip %s\n' "$host" ;;
    esac
}

# connects FILE KEY SECONDS PROGRAM ARGUMENT...: runs a bash program against the address in a setting, bounded in time.
connects() {
    address "$1" "$2" || {
        echo 'no HOST:PORT in the setting, or several'
        return 1
    }
    seconds=$3
    program=$4
    shift 4
    for tool in bash timeout; do
        command -v "$tool" >/dev/null 2>&1 || {
            echo "$tool is missing"
            return 1
        }
    done
    timeout "$seconds" bash -c "$program" bash "$host" "$port" "$@"
}

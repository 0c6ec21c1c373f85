# shellcheck shell=bash
# How jobs/benchmark, which sources this, measures one command and prints what it cost. All files are of the current folder.

# How wide the name of a process is printed.
width=14

if /usr/bin/time -f %e -o /dev/null true 2> /dev/null; then
  clock=gnu
elif /usr/bin/time -l -o /dev/null true 2> /dev/null; then
  clock=mac
else
  clock=bash
  echo "There is no /usr/bin/time, so memory is not measured (Debian, Ubuntu: apt-get install time)." >&2
fi

# Runs a command; leaves "wall user sys memory" in the file times: seconds, and kilobytes or a dash.
timed() {
  case $clock in
    gnu)
      /usr/bin/time -f '%e %U %S %M' -o times "$@" > log 2>&1
      ;;
    mac)
      /usr/bin/time -l -o raw "$@" > log 2>&1 || return
      LC_ALL=C awk '/ real /            { wall = $1; user = $3; sys = $5 }
                    /maximum resident/  { memory = $1 / 1024 }
                    END                 { printf "%s %s %s %d\n", wall, user, sys, memory }' raw > ./times
      ;;
    bash)
      local TIMEFORMAT='%R %U %S -'
      { time "$@" > log 2>&1; } 2> ./times
      ;;
  esac
}

# Measures a command: prints a line, and adds "wall cpu memory" to the figures of its name. If the command fails, prints
# the end of what it said.
measure() {
  local run=$1 name=$2 figures
  shift 2
  if ! timed "$@"; then
    tail -n 30 log >&2
    return 1
  fi
  figures=$(tail -n 1 times | tr , . |
    LC_ALL=C awk '{ print $1, $2 + $3, ($4 == "-" ? "-" : $4 / 1024) }')
  echo "$figures" >> "figures.$name"
  # shellcheck disable=SC2086  # figures are several words
  row "$run" "$name" $figures
}

header() {
  printf "%-8s %-${width}s %8s %8s %9s\n" "$@"
}

row() {
  LC_ALL=C awk -v run="$1" -v name="$2" -v wall="$3" -v cpu="$4" -v memory="$5" -v width="$width" 'BEGIN {
    printf "%-8s %-" width "s %8.1f %8.1f %9s\n", run, name, wall, cpu, (memory == "-" ? "-" : sprintf("%.0f", memory))
  }'
}

row_of_medians() {
  row median "$1" "$(median "$1" 1)" "$(median "$1" 2)" "$(median "$1" 3)"
}

# Under the name $1, the medians of $2 divided by those of $3.
row_of_ratios() {
  local column ratios=()
  for column in 1 2 3; do
    ratios+=("$(ratio "$(median "$2" "$column")" "$(median "$3" "$column")")")
  done
  header ratio "$1" "${ratios[@]}"
}

# The median of column $2 of the figures of $1; a dash if it was not measured.
median() {
  cut -d ' ' -f "$2" "figures.$1" | LC_ALL=C sort -n | LC_ALL=C awk '
    { value[NR] = $1 }
    END {
      if (value[1] == "-") print "-"
      else print (value[int((NR + 1) / 2)] + value[int((NR + 2) / 2)]) / 2
    }'
}

ratio() {
  LC_ALL=C awk -v dividend="$1" -v divisor="$2" 'BEGIN {
    if (dividend == "-" || divisor == "-" || divisor == 0) print "-"
    else printf "%.2f\n", dividend / divisor
  }'
}

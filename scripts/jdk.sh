# Finds a JDK 25 or later and exports JAVA_HOME; with none, one sentence says what to install. Sourced, not run.

is_jdk_25() {
  [ -x "$1/bin/javac" ] || return 1
  # The file "release" answers without starting a virtual machine.
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$version" ] || version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ -n "$version" ] && [ "$version" -ge 25 ]
}

find_jdk_25() {
  if [ -n "${JAVA_HOME:-}" ] && is_jdk_25 "$JAVA_HOME"; then
    export JAVA_HOME
    return 0
  fi
  on_path=$(command -v javac 2>/dev/null || true)
  [ -n "$on_path" ] && on_path=$(readlink -f "$on_path") && on_path=${on_path%/*/*}
  for candidate in "$on_path" /usr/lib/jvm/* /opt/jdk* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "Cần JDK 25 trở lên, ví dụ Eclipse Temurin 25: hãy cài rồi chạy lại. / A JDK 25 or later is needed, for example Eclipse Temurin 25: install one and run this again." >&2
  exit 1
}

find_maven() {
  if command -v mvn >/dev/null 2>&1; then MAVEN=mvn; else MAVEN=$ROOT/mvnw; fi
}

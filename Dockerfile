# Builds the release with Maven, then leaves Maven, the sources and the compiler behind. The release brings
# its own Java runtime and an AOT cache that was trained with it.
FROM maven:3.9.16-eclipse-temurin-25-noble AS build
WORKDIR /build
# What the archive is packed with.
RUN apt-get update && apt-get install -y --no-install-recommends xz-utils && rm -rf /var/lib/apt/lists/*
# What is downloaded depends on these files only: a change of the sources keeps this layer.
COPY .mvn .mvn
COPY pom.xml ./
RUN mvn -B -ntp -Dlaunch dependency:go-offline
COPY greenpair LICENSE NOTICE README.md README.zh.md CHANGELOG.md ./
COPY docs docs
COPY index-config index-config
COPY fixtures fixtures
COPY src/release src/release
COPY src/main src/main
RUN mvn -B -ntp -Dlaunch -Prelease -Dmaven.test.skip=true package

FROM ubuntu:24.04
LABEL org.opencontainers.image.title="Greenpair" \
      org.opencontainers.image.description="Recommends private-sector partners and proven technology solutions to cities, with reasons" \
      org.opencontainers.image.base.name="docker.io/library/ubuntu:24.04"

# The user has a fixed number, so that a volume's owner can be set beforehand.
RUN groupadd --gid 10001 greenpair \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin greenpair \
 && install -d -o 10001 -g 10001 -m 0750 /data

COPY --from=build /build/target/release/greenpair /opt/greenpair

# Only /data is written, also temporary files, so that the rest may be mounted read-only.
# Half of the memory is for the heap: the other half caches the index, which Lucene maps.
ENV TMPDIR=/data/tmp \
    GREENPAIR_OPTS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError"
VOLUME /data
WORKDIR /data
USER 10001:10001
EXPOSE 8080

# The image has neither curl nor wget, and starting a JVM for each question costs more than the
# answer; bash is always there and opens the connection itself.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /healthz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]

ENTRYPOINT ["/opt/greenpair/greenpair"]
# An empty volume stays empty, since it may be one that was not mounted; --demo fills it.
CMD ["serve", "--data", "/data", "--host", "0.0.0.0", "--port", "8080"]

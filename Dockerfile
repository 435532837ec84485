# TalentHub in one container: docker build -t talenthub . && docker run -p 127.0.0.1:5080:5080 -v talenthub:/data talenthub
#
# Tried, on Debian 12: the publish command, and printing with its driver and this Chromium package as an ordinary user.
# Not tried: building or running this file, and Chromium without its sandbox for an ordinary user; there was no Docker
# engine to do it with.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# Playwright's driver is published as executable by its owner alone, and its owner here is root.
RUN dotnet publish src/TalentHub.Web -c Release -o /app -nologo && chmod -R a+rX /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime

# .NET 10 images are Ubuntu, where the chromium package is a stub for a snap and does not run in a container;
# Debian has the real one. The runtime is portable and only copied.
FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates libssl3 tzdata chromium fonts-inter fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 10001 talenthub \
    && install -d -o talenthub -g talenthub /data
COPY --from=runtime /usr/share/dotnet /usr/share/dotnet
COPY --from=build /app /app

# Docker's default seccomp profile denies Chromium its own sandbox. It prints our HTML alone, without script or network.
ENV ASPNETCORE_CONTENTROOT=/app \
    TALENTHUB_Printing__NoSandbox=true
USER talenthub
WORKDIR /home/talenthub
VOLUME /data
EXPOSE 5080
ENTRYPOINT ["/usr/share/dotnet/dotnet", "/app/TalentHub.Web.dll", "serve", "--data", "/data", "--urls", "http://0.0.0.0:5080"]

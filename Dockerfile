# syntax=docker/dockerfile:1
# Small image with a Node of its own, without development and optional packages. It runs as a user
# without rights and writes to /data only, so its file system can be mounted read-only:
#   docker build -t impasse .
#   docker run --rm --read-only --tmpfs /tmp -v impasse-data:/data --env-file .env impasse

FROM node:24.21.0-alpine AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Optional packages stay out but one: what draws pictures has its machine code in a package of its own.
RUN npm ci --omit=dev --omit=optional --ignore-scripts \
  && npm install --no-save --omit=dev --omit=optional --ignore-scripts \
    "@resvg/resvg-js-linux-$(node -p process.arch)-musl@$(node -p "require('@resvg/resvg-js/package.json').version")"

FROM node:24.21.0-alpine
ENV NODE_ENV=production \
    NODE_COMPILE_CACHE=/app/.compile-cache \
    IMPASSE_DATA=/data/impasse.sqlite \
    IMPASSE_OPS_PORT=9464
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json manifest.yml ./
COPY prompts prompts
COPY src src
RUN install -d -o node -g node -m 700 /data .compile-cache
USER node
# Without settings it stops with status 2, once it has loaded what every start needs: that fills the compile cache.
RUN node src/main.ts || [ "$?" -eq 2 ]
VOLUME ["/data"]
EXPOSE 3000 9464
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "src/operate/check-health.ts"]
# The heap keeps to a share of the memory limit of the container.
CMD ["node", "--max-old-space-size-percentage=60", "src/main.ts"]

FROM node:24-slim

ENV NODE_ENV=production
WORKDIR /app

COPY package.json package-lock.json ./
# The image's own Node runs it, so that no development dependency is needed.
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force

COPY LICENSE aisle.example.yaml ./
COPY sql sql
COPY ingest ingest
COPY service service

# Where the embedded database is kept when DATABASE_URL is not set.
RUN mkdir /data && chown node:node /data
VOLUME /data
ENV AISLE_DATA=/data HOST=0.0.0.0 PORT=8787
USER node
EXPOSE 8787

HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=50", "service/main.ts"]

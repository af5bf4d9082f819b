/**
 * The verifier of an auditor's pack: a program of its own that needs only Node, as text, because it is put into each pack.
 * It repeats the rules of `src/rules/sales/chain`, and a test holds both to the same packs.
 */
export const PACK_VERIFIER = String.raw`#!/usr/bin/env node
// Verifies an auditor's pack of the sales history. It needs only Node 18 or later, and reads nothing but these files.
//
//   node verify.mjs [folder of the pack] [--checkpoint an-earlier-checkpoint.txt]
//
// A checkpoint that you kept yourself proves more than the pack alone: whoever made the pack could have made all of it.
import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { readFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

const GENESIS = "0".repeat(64)
const STORE = "sale_store"
const args = process.argv.slice(2)
const at = args.indexOf("--checkpoint")
const earlier = at < 0 ? null : args.splice(at, 2)[1]
const folder = args[0] ?? dirname(fileURLToPath(import.meta.url))
const sha256 = (text) => createHash("sha256").update(text).digest("hex")
const prefixed = (texts) => texts.map((text) => (text === null ? "-" : text.length + ":" + text)).join("")
const text = (value) => (value === null || value === undefined ? null : String(value))

let problems = 0
const say = (what) => {
  problems += 1
  console.log("PROBLEM  " + what)
}

async function* lines(path) {
  yield* createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity })
}
async function* rows(name) {
  for await (const line of lines(join(folder, name))) {
    if (line) {
      yield JSON.parse(line)
    }
  }
}
const reader = (iterator) => {
  let next = null
  let isRead = false
  return {
    async peek() {
      if (!isRead) {
        next = (await iterator.next()).value ?? null
        isRead = true
      }
      return next
    },
    take() {
      isRead = false
      return next
    },
  }
}

const linkText = (e) =>
  prefixed([e.sale_id, text(e.seq), e.kind, e.occurred_at, e.recorded_at, e.actor, e.from_status, e.to_status, e.reason,
    e.counted_on, text(e.amount), e.source, e.content, e.personal, text(e.snapshot_number), e.snapshot_hash,
    e.previous_hash])
const snapshotText = (s) => prefixed([s.sale_id, text(s.number), text(s.schema), s.content, s.personal])
const checkpointText = (c) =>
  prefixed([text(c.number), c.taken_at, text(c.chains), text(c.events), c.root, c.previous_hash])

async function checkFiles() {
  const written = await readFile(join(folder, "manifest.json"), "utf8")
  const wanted = await readFile(join(folder, "manifest.sha256"), "utf8").catch(() => "")
  if (sha256(written) + "  manifest.json\n" !== wanted) {
    say("manifest.json is not the one that was packed: a byte of it, or of manifest.sha256, was changed")
  }
  const manifest = JSON.parse(written)
  for (const [name, { sha256: wanted }] of Object.entries(manifest.files)) {
    const hash = createHash("sha256")
    try {
      for await (const part of createReadStream(join(folder, name))) {
        hash.update(part)
      }
    } catch {
      say("file " + name + " is missing")
      continue
    }
    if (hash.digest("hex") !== wanted) {
      say("file " + name + " is not the one that was packed: a byte of it was changed")
    }
  }
  return manifest
}

// A plain sum of decimals, exact.
function plus(one, other) {
  const digits = Math.max(...[one, other].map((amount) => (amount.split(".")[1] ?? "").length))
  const units = (amount) => {
    const [whole, part = ""] = amount.replace("-", "").split(".")
    return BigInt(whole + part.padEnd(digits, "0")) * (amount.startsWith("-") ? -1n : 1n)
  }
  const sum = units(one) + units(other)
  const written = (sum < 0n ? -sum : sum).toString().padStart(digits + 1, "0")
  const whole = digits ? written.slice(0, -digits) : written
  const part = digits ? written.slice(-digits).replace(/0+$/, "") : ""
  return (sum < 0n ? "-" : "") + whole + (part ? "." + part : "")
}
const same = (one, other) => plus(one, "-" + other).replace("-", "") === "0"

async function checkChains(heads) {
  const snapshots = reader(rows("snapshots.ndjson"))
  const sales = reader(rows("sales.ndjson"))
  let chain = null
  let events = 0
  let chains = 0
  // Heads and sales before an id, or all that are left, have no events.
  const skip = async (id) => {
    for (let head = await heads.peek(); head && (id === null || head.sale_id < id); head = await heads.peek()) {
      heads.take()
      say("sale " + head.sale_id + " is missing: the checkpoint has " + head.seq + " events of it")
    }
    for (let sale = await sales.peek(); sale && (id === null || sale.id < id); sale = await sales.peek()) {
      sales.take()
      say("sale " + sale.id + " has no events")
    }
  }
  const finish = async () => {
    if (!chain) {
      return
    }
    await skip(chain.id)
    chains += 1
    const head = await heads.peek()
    if (head?.sale_id === chain.id) {
      heads.take()
      if (chain.seq < head.seq) {
        say("sale " + chain.id + ": events after number " + chain.seq + " are missing, the checkpoint has " + head.seq)
      }
    }
    const sale = await sales.peek()
    if (sale?.id === chain.id) {
      sales.take()
      const isSame = ["order_id", "currency_code", "sold_on"].every((name) => sale[name] === chain.sold?.[name]) &&
        sale.status === chain.status && sale.is_effective === chain.isEffective &&
        same(sale.total, chain.sold.total) && same(sale.received, chain.received) && same(sale.refunded, chain.refunded)
      if (!isSame) {
        say("sale " + chain.id + ": its row does not say what its events say")
      }
    } else if (chain.id !== STORE) {
      say("sale " + chain.id + ": its row is missing")
    }
  }
  for await (const e of rows("events.ndjson")) {
    if (chain?.id !== e.sale_id) {
      await finish()
      chain = { id: e.sale_id, seq: 0, hash: GENESIS, status: null, received: "0", refunded: "0",
        isEffective: false, sold: null, isBroken: false }
    }
    const tell = (what) => {
      if (!chain.isBroken) {
        say("sale " + e.sale_id + ", event " + what)
      }
      chain.isBroken = true
    }
    if (e.seq !== chain.seq + 1) {
      tell(chain.seq + 1 + " is missing")
    } else if (sha256(linkText(e)) !== e.hash) {
      tell(e.seq + " was changed")
    } else if (e.previous_hash !== chain.hash) {
      tell(e.seq + " does not follow the one before")
    }
    if (e.snapshot_hash !== null) {
      for (let s = await snapshots.peek(); s; s = await snapshots.peek()) {
        if (s.sale_id > e.sale_id || (s.sale_id === e.sale_id && s.number >= e.snapshot_number)) {
          break
        }
        snapshots.take()
      }
      const s = await snapshots.peek()
      if (s?.sale_id !== e.sale_id || s.number !== e.snapshot_number) {
        tell(e.seq + ": its snapshot is missing")
      } else if (sha256(snapshotText(s)) !== e.snapshot_hash) {
        tell(e.seq + ": its snapshot was changed")
      } else {
        chain.sold ??= JSON.parse(s.content)
      }
    }
    const head = await heads.peek()
    if (head?.sale_id === e.sale_id && head.seq === e.seq && head.hash !== e.hash) {
      tell(e.seq + " is not the one that the checkpoint has")
    }
    if (e.amount !== null) {
      const isReceived = !String(e.amount).startsWith("-")
      chain.received = isReceived ? plus(chain.received, e.amount) : chain.received
      chain.refunded = isReceived ? chain.refunded : plus(chain.refunded, e.amount.slice(1))
    }
    chain.status = e.to_status ?? chain.status
    chain.isEffective ||= e.kind === "paid"
    chain.seq = e.seq
    chain.hash = e.hash
    events += 1
  }
  await finish()
  await skip(null)
  return { chains, events }
}

async function readCheckpoint(path, name) {
  const iterator = lines(path)
  const header = JSON.parse((await iterator.next()).value)
  if (sha256(checkpointText(header)) !== header.hash) {
    say(name + ": its first line was changed")
  }
  const root = createHash("sha256")
  async function* heads() {
    for await (const line of iterator) {
      if (line) {
        root.update(line + "\n")
        const [sale_id, seq, hash] = line.split(" ")
        yield { sale_id, seq: Number(seq), hash }
      }
    }
    if (root.digest("hex") !== header.root) {
      say(name + ": its lines were changed")
    }
  }
  return { header, heads: reader(heads()) }
}

async function checkCheckpoints(header) {
  let before = null
  for await (const c of rows("checkpoints.ndjson")) {
    const isWhole =
      c.number === (before?.number ?? 0) + 1 &&
      c.previous_hash === (before?.hash ?? GENESIS) &&
      sha256(checkpointText(c)) === c.hash
    if (!isWhole) {
      say("checkpoint " + ((before?.number ?? 0) + 1) + " is missing or was changed")
    }
    if (c.number === header.number && c.hash !== header.hash) {
      say("checkpoint " + c.number + " is not the one that you have")
    }
    before = c
  }
  if (!before || before.number < header.number) {
    say("checkpoint " + header.number + " is missing")
  }
}

// What is no JSON any more, or is not there, ends the check, and is named.
const giveUp = (error) => {
  say("the pack can be read no further: " + error.message)
  process.exit(1)
}
process.on("uncaughtException", giveUp)

async function main() {
  const manifest = await checkFiles()
  const own = await readCheckpoint(earlier ?? join(folder, "checkpoint.txt"), earlier ?? "checkpoint.txt")
  const { chains, events } = await checkChains(own.heads)
  await checkCheckpoints(own.header)
  console.log(events + " events of " + chains + " chains, packed at " + manifest.made_at)
  console.log("compared with checkpoint " + own.header.number + " of " + own.header.taken_at + ", " + own.header.hash)
  console.log("covered by it: " + own.header.events + " events; what came after is covered by its chains alone")
  console.log(problems ? problems + " problems" : "all of it is whole")
  process.exit(problems ? 1 : 0)
}
await main().catch(giveUp)
`

import {
  readHeads,
  readLinks,
  sha256,
  type ReadHead,
  type ReadLink,
  type SalesModuleService,
} from "../../../modules/sales"
import { add, isNegative, negate, type Decimal } from "../../../rules/money"
import {
  checkHead,
  checkLink,
  isSaleOfChain,
  startOf,
  STORE_CHAIN,
  type ChainPosition,
  type ChainProblem,
  type SaleInChain,
} from "../../../rules/sales"
import type { Findings } from "./findings"
import { pagesOf } from "./pages-of"

type Database = SalesModuleService["db"]["knex"]

const PAGE = 5_000

/** A chain while it is read. */
interface Chain extends SaleInChain {
  end: ChainPosition
  problem: ChainProblem | null
}

const chainOf = (sale_id: string): Chain => ({
  end: startOf(sale_id),
  problem: null,
  ...{ status: null, isEffective: false, received: "0", refunded: "0", sold: null },
})

/** Chains and heads in one order, as a merge: each chain meets its head, whichever of both is missing. */
export async function checkChains(knex: Database, found: Findings): Promise<{ chains: number; events: number }> {
  const heads = new HeadReader(knex)
  let chain: Chain | null = null
  let events = 0
  const links = pagesOf<ReadLink>((last) => readLinks(knex, { after: last ?? { sale_id: "", seq: 0 }, limit: PAGE }))
  for await (const page of links) {
    for (const link of page) {
      if (chain?.end.sale_id !== link.sale_id) {
        await heads.meet(chain, found)
        chain = chainOf(link.sale_id)
      }
      follow(chain, link)
      events += 1
    }
  }
  await heads.meet(chain, found)
  await heads.finish(found)
  return { chains: heads.count, events }
}

function follow(chain: Chain, link: ReadLink): void {
  chain.problem ??= checkLink(chain.end, link, sha256)
  chain.end = { sale_id: link.sale_id, seq: link.seq, hash: link.hash }
  chain.status = link.to_status ?? chain.status
  chain.isEffective ||= link.kind === "paid"
  chain.sold ??= link.snapshot?.content ?? null
  if (link.amount !== null) {
    if (isNegative(link.amount)) {
      chain.refunded = plus(chain.refunded, negate(link.amount))
    } else {
      chain.received = plus(chain.received, link.amount)
    }
  }
}

/** Most sales have one payment. */
const plus = (one: Decimal, other: Decimal): Decimal => (one === "0" ? other : add(one, other))

class HeadReader {
  count = 0
  private page: ReadHead[] = []
  private after = ""
  private isRead = false

  constructor(private readonly knex: Database) {}

  /** The chain's own head; heads before it have no chain. */
  async meet(chain: Chain | null, found: Findings): Promise<void> {
    if (!chain) {
      return
    }
    for (let head = await this.peek(); head && head.sale_id < chain.end.sale_id; head = await this.peek()) {
      this.take()
      found.add(checkHead(startOf(head.sale_id), head))
    }
    const head = await this.peek()
    const own = head?.sale_id === chain.end.sale_id ? this.take() : null
    found.add(chain.problem ?? checkHead(chain.end, own && own.seq > 0 ? own : null) ?? checkSale(chain, own))
  }

  async finish(found: Findings): Promise<void> {
    for (let head = await this.peek(); head; head = await this.peek()) {
      this.take()
      found.add(
        head.seq ? checkHead(startOf(head.sale_id), head) : { kind: "chain_missing", sale_id: head.sale_id, number: 1 },
      )
    }
  }

  private async peek(): Promise<ReadHead | null> {
    if (!this.page.length && !this.isRead) {
      const page = await readHeads(this.knex, { after: this.after, limit: PAGE })
      this.page = page
      this.after = page.at(-1)?.sale_id ?? this.after
      this.isRead = page.length < PAGE
    }
    return this.page[0] ?? null
  }

  private take(): ReadHead | null {
    this.count += 1
    return this.page.shift() ?? null
  }
}

/** What the sale's own row says is what its chain says. */
function checkSale(chain: Chain, head: ReadHead | null): ChainProblem | null {
  const { sale_id, seq } = chain.end
  if (sale_id === STORE_CHAIN) {
    return null
  }
  if (!head?.sale) {
    return { kind: "sale_missing", sale_id, number: seq }
  }
  return isSaleOfChain(head.sale, chain) ? null : { kind: "sale_changed", sale_id, number: seq }
}

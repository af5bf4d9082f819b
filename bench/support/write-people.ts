import type { ProfileBody } from "../../src/rules/customers"

const FIRST = ["Anna", "Björn", "Chloé", "Dario", "Élise", "Fritz", "Greta", "Hélène", "Ivo", "Jürg", "Käthe", "Luc"]
const LAST = ["Müller", "Meier", "Schmid", "Favre", "Rochat", "Bianchi", "Weiß", "Zürcher", "Ångström", "Novák", "Roux"]
const TRADES = ["Bau", "Elektro", "Garten", "Hotel", "Informatik", "Küchen", "Logistik", "Metall", "Optik", "Pharma"]
const FORMS = ["AG", "GmbH", "SA", "Sàrl", "& Co."]
const TOWNS = ["Aarau", "Bern", "Chur", "Genève", "Lausanne", "Luzern", "Sion", "Thun", "Vevey", "Zürich"]
const TEMPERATURES = ["cold", "cold", "cold", "warm", "warm", "hot", "not_interested"] as const

/** Numbers that look like chance, and are the same in each run. */
export function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const oneOf = <One>(all: readonly One[], chance: () => number): One => all[Math.floor(chance() * all.length)] as One

const SYLLABLES = ["ba", "do", "fi", "ga", "hel", "ka", "lu", "mi", "nor", "pe", "ri", "san", "to", "vi", "wel", "zu"]

/** Names of which the most common stands in every tenth, and a made-up one in hardly two. */
export function personOf(number: number, chance: () => number): ProfileBody {
  const [first, last] = [oneOf(FIRST, chance), oneOf(LAST, chance)]
  const madeUp = Array.from({ length: 3 }, () => oneOf(SYLLABLES, chance)).join("")
  const isCompany = chance() < 0.6
  const name = isCompany
    ? `${madeUp[0]?.toUpperCase()}${madeUp.slice(1)} ${oneOf(TRADES, chance)} ${oneOf(FORMS, chance)}`
    : `${first} ${last}-${madeUp}`
  return {
    name,
    ...(isCompany ? { contact_person: `${first} ${last}` } : {}),
    email: `${madeUp}.${number}@bench.example`,
    phone: `+41 ${44 + (number % 30)} ${String(200 + (number % 700))} ${String(number % 10_000).padStart(4, "0")}`,
    address_1: `Weg ${number % 200}`,
    postal_code: String(1000 + (number % 9000)),
    city: oneOf(TOWNS, chance),
    country_code: "ch",
    status: chance() < 0.4 ? "current" : "potential",
    temperature: oneOf(TEMPERATURES, chance),
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Combining marks: an accent, once its letter is decomposed. */
const MARKS = "[\\u0300-\\u036f]"
/** As many signs of a word are indexed. */
const PREFIX_LENGTH = 12
/** What they cost of the database's own units: the index is to be asked, not each row's words. */
const COST = 10000
const FOLDED = `regexp_replace(normalize(lower(value), NFKD), '${MARKS}', '', 'g')`
// Each function stands alone: where an index is built, PostgreSQL finds no other one of this schema.
const WORDS = `regexp_split_to_table(${FOLDED}, '[^[:alnum:]]+')`

/** A search of services by the beginnings of words in their title and e-mail address, by index. */
export class Migration20261130070000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create or replace function provisioning_fold(value text) returns text
      language sql immutable parallel safe cost ${COST} as $$ select ${FOLDED} $$;`)
    this.addSql(`create or replace function provisioning_words(value text) returns setof text
      language sql immutable parallel safe as $$ select word from ${WORDS} word where word <> '' $$;`)
    this.addSql(`create or replace function provisioning_prefixes(value text) returns text[]
      language sql immutable parallel safe cost ${COST} as $$
        select coalesce(array_agg(distinct left(word, size)), '{}') from ${WORDS} word,
          generate_series(1, least(length(word), ${PREFIX_LENGTH})) size where word <> ''
      $$;`)
    this.addSql(`create index if not exists "IDX_provisioning_service_words" on "provisioning_service"
      using gin (provisioning_prefixes(title || ' ' || coalesce(email, '')));`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_provisioning_service_words";`)
    for (const name of ["prefixes", "words", "fold"]) {
      this.addSql(`drop function if exists provisioning_${name}(text);`)
    }
  }
}

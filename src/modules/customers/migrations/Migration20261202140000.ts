import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a profile is found by of those that were merged into it, earlier ones too (C2, C9). */
export class Migration20261202140000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "customers_profile" add column if not exists "former_lines" text[] not null default '{}';`)
    this.addSql(`with recursive chain as (
        select id as former_id, merged_into_id as winner_id from customers_profile where merged_into_id is not null
        union
        select c.former_id, p.merged_into_id from chain c join customers_profile p on p.id = c.winner_id
        where p.merged_into_id is not null),
      former as (
        select c.winner_id, array_agg(distinct line.line) as lines
        from chain c join customers_profile f on f.id = c.former_id
        cross join lateral unnest(string_to_array(f.search_text, E'\\n')) as line(line)
        where line.line <> '' group by c.winner_id),
      words as (
        select c.winner_id, array_agg(distinct word.word) as prefixes
        from chain c join customers_profile f on f.id = c.former_id
        cross join lateral unnest(f.search_prefixes) as word(word) group by c.winner_id),
      parts as (
        select c.winner_id, array_agg(distinct part.part) as grams
        from chain c join customers_profile f on f.id = c.former_id
        cross join lateral unnest(f.search_grams) as part(part) group by c.winner_id)
      update customers_profile w set former_lines = former.lines,
        search_text = w.search_text || E'\\n' || array_to_string(former.lines, E'\\n'),
        search_prefixes = array(select distinct unnest(w.search_prefixes || coalesce(words.prefixes, '{}'))),
        search_grams = array(select distinct unnest(w.search_grams || coalesce(parts.grams, '{}')))
      from former left join words on words.winner_id = former.winner_id
        left join parts on parts.winner_id = former.winner_id
      where w.id = former.winner_id and w.deleted_at is null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "customers_profile" drop column if exists "former_lines";`)
  }
}

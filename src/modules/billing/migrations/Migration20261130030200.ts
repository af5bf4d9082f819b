import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TABLE = "billing_subscription_search"

/**
 * What the search for subscriptions looks into: the e-mail address, what they are for, and the customer's name. A row of its own for
 * each, as subscriptions are written with each renewal, and this is not. Written by the transaction that writes a subscription.
 */
export class Migration20261130030200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "${TABLE}" (
      "subscription_id" text not null, "search_text" text not null, "search_prefixes" text[] not null,
      "search_grams" text[] not null, constraint "${TABLE}_pkey" primary key (subscription_id));`)
    this.addSql(`create index if not exists "IDX_${TABLE}_prefixes" on "${TABLE}" using gin (search_prefixes);`)
    this.trigrams()
    this.functions()
    this.triggers()
    // Medusa's customers may have no table yet, where there are no subscriptions either.
    this.addSql(`do $$
      begin
        if exists (select 1 from billing_subscription) then
          perform billing_write_search(array(select id from billing_subscription));
        end if;
      end $$;`)
    for (const column of ["created_at", "email", "next_due_on"]) {
      this.addSql(`create index if not exists "IDX_billing_subscription_by_${column}" on "billing_subscription"
        (${column}, id) where (deleted_at is null);`)
    }
  }

  override async down(): Promise<void> {
    for (const column of ["created_at", "email", "next_due_on"]) {
      this.addSql(`drop index if exists "IDX_billing_subscription_by_${column}";`)
    }
    this.addSql(`drop trigger if exists "billing_subscription_item_searched" on "billing_subscription_item";`)
    this.addSql(`drop trigger if exists "billing_subscription_item_renamed" on "billing_subscription_item";`)
    this.addSql(`drop trigger if exists "billing_subscription_renamed" on "billing_subscription";`)
    for (const name of ["search_items()", "search_item()", "search_subscription()", "write_search(text[])"]) {
      this.addSql(`drop function if exists billing_${name};`)
    }
    this.addSql(`drop table if exists "${TABLE}" cascade;`)
    this.addSql(`drop function if exists billing_fold_text(text);`)
  }

  /** With `pg_trgm`, which the owner of a database may create, an index of it; else one of the three-letter parts. */
  private trigrams(): void {
    this.addSql(`do $$
      begin
        begin
          create extension if not exists pg_trgm;
        exception when others then
          raise notice 'pg_trgm is not to be had: subscriptions are found by an array of their three-letter parts';
        end;
        if exists (select 1 from pg_extension where extname = 'pg_trgm') then
          create index if not exists "IDX_${TABLE}_trigrams" on "${TABLE}" using gin (search_text gin_trgm_ops);
        else
          create index if not exists "IDX_${TABLE}_grams" on "${TABLE}" using gin (search_grams);
        end if;
      end $$;`)
  }

  private functions(): void {
    // Without accents and capitals. The signs between words stay, as people look for parts of addresses.
    this.addSql(`create or replace function billing_fold_text(told text) returns text language sql immutable strict
      parallel safe as $$ select lower(regexp_replace(normalize(told, NFKD), '[\\u0300-\\u036f]', '', 'g')) $$;`)
    this.addSql(`create or replace function billing_write_search(ids text[]) returns void language plpgsql as $$
      begin
        insert into ${TABLE} as kept (subscription_id, search_text, search_prefixes, search_grams)
        select s.id, t.told,
          coalesce((select array_agg(distinct left(word, size)) from regexp_split_to_table(t.told, '[^[:alnum:]]+') word,
            generate_series(1, 2) size where word <> ''), '{}'),
          case when to_regclass('"IDX_${TABLE}_grams"') is null then '{}' else coalesce((
            select array_agg(distinct substr(t.told, place, 3)) from generate_series(1, length(t.told) - 2) place), '{}') end
        from billing_subscription s left join customer c on c.id = s.customer_id and c.deleted_at is null
        cross join lateral (select coalesce(billing_fold_text(concat_ws(e'\\n', s.email,
          (select string_agg(distinct i.title, e'\\n') from billing_subscription_item i
            where i.subscription_id = s.id and i.deleted_at is null),
          concat_ws(' ', c.first_name, c.last_name), c.company_name)), '') as told) t
        where s.id = any(ids)
        on conflict (subscription_id) do update set search_text = excluded.search_text,
          search_prefixes = excluded.search_prefixes, search_grams = excluded.search_grams
        where kept.search_text <> excluded.search_text;
      end $$;`)
    this.addSql(`create or replace function billing_search_items() returns trigger language plpgsql as $$
      begin
        perform billing_write_search(array(select distinct subscription_id from added));
        return null;
      end $$;`)
    this.addSql(`create or replace function billing_search_item() returns trigger language plpgsql as $$
      begin
        perform billing_write_search(array[new.subscription_id]);
        return null;
      end $$;`)
    this.addSql(`create or replace function billing_search_subscription() returns trigger language plpgsql as $$
      begin
        perform billing_write_search(array[new.id]);
        return null;
      end $$;`)
  }

  private triggers(): void {
    this.addSql(`create trigger "billing_subscription_item_searched" after insert on "billing_subscription_item"
      referencing new table as added for each statement execute function billing_search_items();`)
    this.addSql(`create trigger "billing_subscription_item_renamed" after update of title, deleted_at
      on "billing_subscription_item" for each row
      when (old.title is distinct from new.title or old.deleted_at is distinct from new.deleted_at)
      execute function billing_search_item();`)
    this.addSql(`create trigger "billing_subscription_renamed" after update of email, customer_id
      on "billing_subscription" for each row
      when (old.email is distinct from new.email or old.customer_id is distinct from new.customer_id)
      execute function billing_search_subscription();`)
  }
}

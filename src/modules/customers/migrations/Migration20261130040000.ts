import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A quick order that was placed never changes, but for what its person wrote, which an erasure empties (C9). */
export class Migration20261130040000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create or replace function customers_refuse_placed_change() returns trigger language plpgsql as $$
      begin
        if new.details <> '{}'::jsonb or
            (to_jsonb(new) - 'details' - 'updated_at') <> (to_jsonb(old) - 'details' - 'updated_at') then
          raise exception 'a quick order that was placed never changes' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql(`create or replace function customers_refuse_placed_change() returns trigger language plpgsql as $$
      begin
        raise exception 'a quick order that was placed never changes' using errcode = 'restrict_violation';
      end $$;`)
  }
}

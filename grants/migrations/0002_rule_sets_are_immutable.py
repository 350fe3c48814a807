from django.db import migrations

REFUSE = """
CREATE FUNCTION grants_rule_set_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published rule set stays as it is: publish a new version instead of a %',
        TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER grants_rule_set_immutable BEFORE UPDATE OR DELETE ON grants_ruleset
    FOR EACH ROW EXECUTE FUNCTION grants_rule_set_is_immutable();
"""
ALLOW = """
DROP TRIGGER grants_rule_set_immutable ON grants_ruleset;
DROP FUNCTION grants_rule_set_is_immutable();
"""


class Migration(migrations.Migration):
    dependencies = [("grants", "0001_initial")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]

"""Names of skills that are everyday words too: they count only where their context says so."""

# Even with a capital these are words, places or people as often as they are skills.
NEIGHBOURED = frozenset(
    "access agora airflow amplitude annotation apex apollo architect architecture asana assembly "
    "assembler astro asterisk athena atom babel backup bamboo blackboard blender branding bun "
    "canva career celery chai chef cloud coda cocoa compliance consul containers crypto cucumber "
    "cypher cypress dart database databases detox drones druid echo eclipse elastic electron elm "
    "embedded ember enzyme envoy espresso eureka excel experimentation expo express facebook fiber "
    "firmware flash flask flutter forensics forge foundation framer functional gin go graphics "
    "grails grunt gulp hacking handlebars hive hono hosting hugo illustration illustrator "
    "instagram intercom interviews ionic jade jasmine jest julia juniper karma kimball komodo "
    "lambda latex leadership less lighthouse linkedin lisp lit llama locust looker lumen lumion "
    "markup maya meteor mobile montage mustache nest networks networking node notion office "
    "oracle orchard outlook parcel pascal performance perl persona personas phoenix photography "
    "polygon polymer postman premiere presentations presto prefect product prompting proteus pug "
    "puppet python2 quasar racket razor react realm recoil redash relay remix remote replication "
    "reporting rest retool rider rive robots rocket ruby rust scheme scrapy scratch security "
    "sentry shell simulation sketch slack snort snowflake solana solid spark speaker speaking "
    "spring stencil stimulus storyboards sublime superset swift swing tester testing torch tosca "
    "training transcription transformers trino turbo twig typography unity unreal usability "
    "valuation vi watson web websites whisper windows word workday yarn zig zoom".split()
)
# Kinds whose one-word names are words of ordinary speech: "Sales", "Leadership", "Statistics".
LOOSE_KINDS = frozenset({"practice"})
CAPITALISED_KINDS = frozenset({"data", "design", "security", "platform", "cloud"})

# "written in Go", "بلغة دارت": what introduces a name of which one would else not be sure.
INTRODUCTIONS = frozenset(
    "لغة بلغة ولغة إطار بإطار وإطار باستخدام استخدام وباستخدام برنامج ببرنامج برامج مكتبة بمكتبة "
    "منهجية بمنهجية منصة بمنصة نظام بنظام using".split()
)
PREPOSITIONS = frozenset({"in", "with", "using", "on", "of", "via", "and"})

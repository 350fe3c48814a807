"""What the cast can do: crafts with the skills that come together in real work."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.cast.draw import Draw


@dataclass(frozen=True, slots=True)
class Craft:
    """One kind of work.

    english: what someone is called, and the Arabic words for a woman or man who does it
    core, more: skill slugs, the first few of `core` define the craft
    share: how many follow it; premium: what it pays above others, USD a month
    """

    english: str
    woman: str
    man: str
    core: tuple[str, ...]
    more: tuple[str, ...]
    share: int
    premium: int = 0

    def called(self, language: str, *, is_female: bool) -> str:
        if language == "ar":
            return self.woman if is_female else self.man
        return self.english

    def title(self, language: str) -> str:
        """A title that invites women and men."""
        if language == "en":
            return self.english
        return f"{self.woman.split()[0]} أو {self.man}"


def _craft(names: str, core: str, more: str, share: int, premium: int = 0) -> Craft:
    english, woman, man = names.split("|")
    return Craft(english, woman, man, tuple(core.split()), tuple(more.split()), share, premium)


STRONG, COUNTS_MOST = 3, 3

CRAFTS = (
    _craft("Backend developer, Python|مطوّرة واجهات خلفية، بايثون|مطوّر واجهات خلفية، بايثون",
           "python django postgresql rest-api git",
           "fastapi flask docker redis celery linux aws sql unit-testing back-end", 11, 150),
    _craft("Backend developer, Node.js|مطوّرة واجهات خلفية، نود|مطوّر واجهات خلفية، نود",
           "nodejs typescript express mongodb git",
           "nestjs javascript postgresql docker graphql redis aws rest-api back-end", 9, 100),
    _craft("Backend developer, .NET|مطوّرة دوت نت|مطوّر دوت نت",
           "csharp dotnet aspnet sql-server git",
           "entity-framework azure sql javascript rest-api microservices unit-testing", 10, 80),
    _craft("Java developer|مطوّرة جافا|مطوّر جافا",
           "java spring-boot spring sql git",
           "hibernate postgresql kafka docker microservices maven junit oracle-db", 7, 150),
    _craft("PHP developer, Laravel|مطوّرة لارافيل|مطوّر لارافيل",
           "php laravel mysql javascript git",
           "html css jquery vue rest-api docker linux wordpress", 10),
    _craft("Frontend developer, React|مطوّرة واجهات، رياكت|مطوّر واجهات، رياكت",
           "react javascript typescript html css",
           "nextjs redux tailwind git jest front-end material-ui figma accessibility", 13, 50),
    _craft("Frontend developer, Angular|مطوّرة واجهات، أنجولار|مطوّر واجهات، أنجولار",
           "angular typescript rxjs html css",
           "javascript sass bootstrap git jest ngrx front-end", 5, 50),
    _craft("Frontend developer, Vue|مطوّرة واجهات، فيو|مطوّر واجهات، فيو",
           "vue javascript nuxt html css",
           "typescript tailwind sass git web-performance front-end", 4),
    _craft("Full-stack developer|مطوّرة ويب متكاملة|مطوّر ويب متكامل",
           "javascript react nodejs postgresql full-stack",
           "typescript nextjs docker git mongodb aws html css rest-api", 9, 100),
    _craft("Mobile developer, Flutter|مطوّرة تطبيقات، فلاتر|مطوّر تطبيقات، فلاتر",
           "flutter dart firebase mobile-development git",
           "android ios rest-api figma app-publishing sqlite state-management", 9, 50),
    _craft("Android developer|مطوّرة أندرويد|مطوّر أندرويد",
           "kotlin android jetpack-compose android-studio git",
           "java firebase mobile-development rest-api sqlite app-publishing", 4, 50),
    _craft("iOS developer|مطوّرة آي أو إس|مطوّر آي أو إس",
           "swift ios swiftui xcode git",
           "uikit firebase mobile-development rest-api app-publishing objective-c", 3, 200),
    _craft("Data analyst|محللة بيانات|محلل بيانات",
           "sql excel power-bi data-analysis python",
           "pandas tableau statistics data-visualization etl business-intelligence", 8),
    _craft("Machine learning engineer|مهندسة تعلّم آلة|مهندس تعلّم آلة",
           "python machine-learning pytorch pandas scikit-learn",
           "deep-learning nlp computer-vision tensorflow hugging-face docker sql mlops", 7, 250),
    _craft("Data engineer|مهندسة بيانات|مهندس بيانات",
           "python sql airflow spark data-engineering",
           "etl kafka postgresql aws dbt docker snowflake data-warehousing", 3, 250),
    _craft("QA engineer|مهندسة ضمان جودة|مهندس ضمان جودة",
           "software-testing selenium test-automation postman jira",
           "cypress playwright java python sql performance-testing agile git", 7, -50),
    _craft("DevOps engineer|مهندسة ديف أوبس|مهندس ديف أوبس",
           "linux docker kubernetes aws ci-cd",
           "terraform ansible jenkins prometheus grafana bash nginx github-actions", 5, 300),
    _craft("UI/UX designer|مصممة واجهات وتجربة مستخدم|مصمم واجهات وتجربة مستخدم",
           "figma ui-design ux-design wireframing design-systems",
           "adobe-xd ux-research photoshop illustrator accessibility html css", 7),
    _craft("Graphic and motion designer|مصممة جرافيك وموشن|مصمم جرافيك وموشن",
           "photoshop illustrator graphic-design after-effects motion-graphics",
           "indesign video-editing figma canva illustration 3d-modeling", 4, -100),
    _craft("Security analyst|محللة أمن سيبراني|محلل أمن سيبراني",
           "cybersecurity linux network-security soc-analysis siem",
           "penetration-testing web-security python digital-forensics splunk", 4, 150),
    _craft("Network engineer|مهندسة شبكات|مهندس شبكات",
           "networking cisco windows-server linux mikrotik",
           "network-security active-directory virtualization fiber-optics telephony", 5),
    _craft("Embedded engineer|مهندسة أنظمة مدمجة|مهندس أنظمة مدمجة",
           "c cpp embedded-systems microcontrollers iot",
           "arduino raspberry-pi esp32 pcb-design python linux robotics", 4, 100),
    _craft("ERP developer, Odoo|مطوّرة أودو|مطوّر أودو",
           "odoo python postgresql xml erp",
           "javascript linux business-analysis git docker pos-systems", 4, 50),
    _craft("Game developer|مطوّرة ألعاب|مطوّر ألعاب",
           "unity csharp game-development 3d-modeling git",
           "cpp unreal game-design ar-vr 3d-printing android", 2),
    _craft("Online shop developer|مطوّرة متاجر إلكترونية|مطوّر متاجر إلكترونية",
           "wordpress woocommerce php shopify seo",
           "page-builders html javascript salla-zid payment-gateways google-analytics", 5, -100),
    _craft("Digital marketer|مسوّقة رقمية|مسوّق رقمي",
           "digital-marketing seo social-media paid-ads google-analytics",
           "content-writing canva growth hubspot wordpress data-analysis", 4, -100),
    _craft("Business analyst|محللة أعمال|محلل أعمال",
           "business-analysis agile jira sql project-management",
           "product-management excel power-bi uml confluence figma", 3, 50),
)  # fmt: skip

SECTORS = (
    "fintech", "health", "education", "ecommerce", "logistics", "agritech", "energy-climate",
    "media", "gaming", "travel", "food", "real-estate", "hr-work", "marketing", "cybersecurity",
    "public-civic", "telecom", "industry-iot", "ai-data", "enterprise-software",
)  # fmt: skip


SHARES = [craft.share for craft in CRAFTS]


def draw_craft(draw: Draw) -> Craft:
    return draw.choices(CRAFTS, SHARES)[0]


def draw_skills(draw: Draw, craft: Craft, *, years: int) -> dict[str, int]:
    """Slug to level: most of the craft's core, some beside it, deeper with the years."""
    held = draw.some(craft.core, 3, len(craft.core)) + draw.some(craft.more, 1, 6)
    return {slug: draw_level(draw, years) for slug in held}


def strong_where_it_counts(asked: Mapping[str, int]) -> dict[str, int]:
    """Slug to the level that is asked for: of skills asked for, those that count most."""
    return {slug: STRONG for slug, importance in asked.items() if importance == COUNTS_MOST}


def draw_level(draw: Draw, years: int) -> int:
    return min(4, max(1, 1 + years // 3 + draw.weighted({0: 30, 1: 50, 2: 20})))

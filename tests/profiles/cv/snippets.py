"""Invented pieces of CVs in both languages, and the skills that a careful reader finds in them.

Written before the finder was tuned. TUNED were looked at while it was; HELD_OUT were not.
`may` are skills over which careful readers differ: finding them counts neither way.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Snippet:
    name: str
    text: str
    skills: set[str]
    may: set[str] = field(default_factory=set)


TUNED = [
    Snippet(
        "a plain list",
        """Technical Skills
        Languages: C, C++, C#, Python, SQL
        Frameworks: ASP.NET Core, Django, React.js
        Tools: Git, Docker, Jira""",
        {"c", "cpp", "csharp", "python", "sql", "aspnet", "django", "react", "git", "docker"}
        | {"jira"},
    ),
    Snippet(
        "letters that are no languages",
        """Summary
        I helped a start-up go to market and report to C level managers.
        I studied Vitamin C uptake and got a grade C in physics, R&D budget planning, plan B and C.
        I express ideas in spring and rest well in swift rivers.""",
        set(),
        {"entrepreneurship"},
    ),
    Snippet(
        "go and r among their like",
        """Experience
        Backend services in Go and Python, deployed on Kubernetes.
        Statistical models in R, SPSS and Stata.""",
        {"go", "python", "kubernetes", "r", "spss", "sas-stata"},
        {"back-end", "statistics"},
    ),
    Snippet(
        "arabic list",
        """المهارات التقنية
        لغات البرمجة: بايثون، جافا، سي شارب، سي++
        أطر العمل: لارافيل، رياكت، فلاتر
        قواعد البيانات: MySQL، أوراكل""",
        {"python", "java", "csharp", "cpp", "laravel", "react", "flutter", "mysql", "oracle-db"},
        {"software-engineering", "database-design"},
    ),
    Snippet(
        "arabic prose",
        """الخبرة العملية
        تطوير تطبيقات الويب باستخدام Laravel وVue.js وقواعد بيانات MySQL.
        بناء نماذج تعلم الآلة ببايثون وتحليل البيانات في Power BI.""",
        {"laravel", "vue", "mysql", "machine-learning", "python", "data-analysis", "power-bi"},
        {"web-development", "database-design"},
    ),
    Snippet(
        "bullets with levels",
        """SKILLS
        • JavaScript (advanced)
        • TypeScript – intermediate
        • Node.js: strong
        • Express
        • REST APIs
        • MongoDB""",
        {"javascript", "typescript", "nodejs", "express", "rest-api", "mongodb"},
    ),
    Snippet(
        "slashes",
        """Skills: HTML/CSS, C/C++, UI/UX, CI/CD, PL/SQL, TCP/IP""",
        {"html", "css", "c", "cpp", "ux-design", "ci-cd", "plsql"},
        {"ui-design", "networking"},
    ),
    Snippet(
        "dot net in prose",
        """Work experience
        Built an invoicing system with .NET 6, Entity Framework and SQL Server.
        Maintained a VB.NET desktop program. Moved it to C#.""",
        {"dotnet", "entity-framework", "sql-server", "visual-basic", "csharp"},
        {"desktop-development"},
    ),
    Snippet(
        "hobbies say nothing",
        """Interests
        Photography, running, chess, travelling, teaching children, Unity of the community
        Skills
        Figma, Adobe Photoshop, Illustrator, wireframing""",
        {"figma", "photoshop", "illustrator", "wireframing"},
    ),
    Snippet(
        "a mixed line",
        """Developed REST APIs using Spring Boot and PostgreSQL; wrote unit tests with JUnit.
        تصميم واجهات المستخدم باستخدام Figma""",
        {"rest-api", "spring-boot", "postgresql", "unit-testing", "junit", "ui-design", "figma"},
    ),
    Snippet(
        "words that are only words",
        """Objective
        To express my passion, react quickly to change, and excel in a remote team.
        Sales assistant in a shop, training new staff, answering to the office.
        Volunteer: food access programme, word of mouth outreach.""",
        set(),
        {"sales", "training", "remote-work"},
    ),
    Snippet(
        "networks in arabic",
        """المهارات
        إدارة الشبكات، سيسكو، لينكس، أمن المعلومات، الدعم الفني""",
        {"cisco", "linux", "cybersecurity", "technical-support"},
        {"networking"},
    ),
]

HELD_OUT = [
    Snippet(
        "a data list",
        """TECHNICAL SKILLS
        Python | R | SQL | pandas | scikit-learn | TensorFlow | Tableau | Excel""",
        {"python", "r", "sql", "pandas", "scikit-learn", "tensorflow", "tableau", "excel"},
    ),
    Snippet(
        "mobile in prose",
        """Projects
        A clinic application for Android written in Kotlin, with Firebase and Google Maps.
        The same for iOS in Swift and SwiftUI.""",
        {"android", "kotlin", "firebase", "ios", "swift", "swiftui"},
        {"maps-location", "mobile-development"},
    ),
    Snippet(
        "letters again",
        """Profile
        Vitamins A, C and E in olives: a field study. Passed level C of the scouts.
        Let it go, go further, and go to market with confidence. Basic first aid.
        Class B driving licence, C driving licence.""",
        set(),
    ),
    Snippet(
        "embedded",
        """Skills
        C, Embedded C, Arduino, Raspberry Pi, VHDL, MATLAB/Simulink, PCB design, AutoCAD""",
        {"c", "arduino", "raspberry-pi", "vhdl", "matlab", "pcb-design", "autocad"},
    ),
    Snippet(
        "go beside java",
        """Languages & tools: Java, Go, Rust, Bash, Git, Terraform, AWS""",
        {"java", "go", "rust", "bash", "git", "terraform", "aws"},
    ),
    Snippet(
        "arabic design",
        """المهارات
        - فوتوشوب
        - إليستريتور
        - مونتاج الفيديو
        - تصميم جرافيك
        - ووردبريس""",
        {"photoshop", "illustrator", "video-editing", "wordpress"},
        {"graphic-design"},
    ),
    Snippet(
        "arabic sentence",
        """الخبرات
        عملت على تطوير تطبيقات الهواتف بلغة دارت وإطار فلاتر مع قاعدة بيانات فايربيس.
        إدارة المشاريع بمنهجية سكرم.""",
        {"dart", "flutter", "firebase", "project-management", "agile"},
        {"mobile-development", "database-design"},
    ),
    Snippet(
        "php developer",
        """Full stack developer at a web agency, 2019-2022
        Laravel, Livewire, Tailwind CSS, Alpine.js, MySQL, Redis
        Clean code, design patterns and Agile teamwork""",
        {"full-stack", "laravel", "livewire", "tailwind", "alpinejs", "mysql", "redis"}
        | {"design-patterns", "agile"},
        {"web-development"},
    ),
    Snippet(
        "testers",
        """Key skills: manual testing, Selenium, Postman, JMeter, SQL, Jira, test automation""",
        {"software-testing", "selenium", "postman", "performance-testing", "sql", "jira"}
        | {"test-automation"},
    ),
    Snippet(
        "net in arabic",
        """المهارات: C#، ASP.NET MVC، دوت نت، SQL Server، جافا سكريبت، جيت""",
        {"csharp", "aspnet", "dotnet", "sql-server", "javascript", "git"},
    ),
    Snippet(
        "an accountant",
        """Experience
        Accountant, prepared monthly reports in Excel and Power BI, and kept the books in Odoo.
        Responsible for office supplies, less waste, and access to the archive.""",
        {"excel", "power-bi", "odoo"},
        {"accounting-software", "erp", "enterprise-reporting"},
    ),
    Snippet(
        "security",
        """Certificates
        CEH, CompTIA Security+, CCNA
        Tools: Wireshark, Kali Linux, Nmap, Metasploit, Splunk""",
        {"penetration-testing", "splunk"},
        {"cybersecurity", "cisco", "networking", "network-security", "vulnerability-management"}
        | {"linux", "digital-forensics"},
    ),
]

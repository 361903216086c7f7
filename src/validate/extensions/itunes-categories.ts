/** Categories of Apple Podcasts and what stands below each, `|` between. @see https://podcasters.apple.com/support/1691-apple-podcasts-categories */
const CURRENT = `
Arts: Books|Design|Fashion & Beauty|Food|Performing Arts|Visual Arts
Business: Careers|Entrepreneurship|Investing|Management|Marketing|Non-Profit
Comedy: Comedy Interviews|Improv|Stand-Up
Education: Courses|How To|Language Learning|Self-Improvement
Fiction: Comedy Fiction|Drama|Science Fiction
Government:
History:
Health & Fitness: Alternative Health|Fitness|Medicine|Mental Health|Nutrition|Sexuality
Kids & Family: Education for Kids|Parenting|Pets & Animals|Stories for Kids
Leisure: Animation & Manga|Automotive|Aviation|Crafts|Games|Hobbies|Home & Garden|Video Games
Music: Music Commentary|Music History|Music Interviews
News: Business News|Daily News|Entertainment News|News Commentary|Politics|Sports News|Tech News
Religion & Spirituality: Buddhism|Christianity|Hinduism|Islam|Judaism|Religion|Spirituality
Science: Astronomy|Chemistry|Earth Sciences|Life Sciences|Mathematics|Natural Sciences|Nature|Physics|Social Sciences
Society & Culture: Documentary|Personal Journals|Philosophy|Places & Travel|Relationships
Sports: Baseball|Basketball|Cricket|Fantasy Sports|Football|Golf|Hockey|Rugby|Running|Soccer|Swimming|Tennis|Volleyball|Wilderness|Wrestling
Technology:
True Crime:
TV & Film: After Shows|Film History|Film Interviews|Film Reviews|TV Reviews`;

/** Categories that were dropped in 2019 or before. */
const FORMER = `
Arts: Literature
Arts & Entertainment: Architecture|Design|Entertainment|Games|Performing Arts|Photography|Poetry|Science Fiction
Audio Blogs:
Business: Finance|Management & Marketing|News|Shopping|Business News
Education: Education|Education Technology|Higher Education|K-12|Language Courses|Training
Family:
Food:
Games & Hobbies: Automotive|Aviation|Hobbies|Other Games|Video Games
Government & Organizations: Local|National|Non-Profit|Regional
Health: Alternative Health|Diet & Nutrition|Fitness|Fitness & Nutrition|Relationships|Self-Help|Sexuality
International: Australian|Belgian|Brazilian|Canadian|Chinese|Dutch|French|German|Hebrew|Italian|Japanese|Norwegian|Polish|Portuguese|Spanish|Swedish
Movies & Television:
News & Politics:
Politics:
Public Radio:
Religion & Spirituality: New Age|Philosophy|Other
Science & Medicine: Medicine|Natural Sciences|Social Sciences
Society & Culture: History
Sports & Recreation: Amateur|College & High School|Outdoor|Professional
Talk Radio:
Technology: Computers|Developers|Gadgets|Information Technology|News|Operating Systems|Podcasting|Smart Phones|Software How-To|Tech News|Text/Speech
Transportation: Automotive|Aviation|Bicycles|Commuting
Travel:`;

function read(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = text
    .trim()
    .split("\n")
    .map((row) => row.split(/: ?/, 2));
  return new Map(rows.map(([name = "", below = ""]) => [name, new Set(below.split("|"))]));
}

const current = read(CURRENT);
const former = read(FORMER);

/** Whether a category, or one below `above`, is current, was one, or never was. */
export function categoryState(name: string, above: string | undefined): "current" | "former" | "unknown" {
  if (above === undefined) return current.has(name) ? "current" : former.has(name) ? "former" : "unknown";
  if (current.get(above)?.has(name)) return "current";
  return former.get(above)?.has(name) ? "former" : "unknown";
}

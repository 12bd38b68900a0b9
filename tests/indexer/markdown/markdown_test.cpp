// Markdown files of the common site generators become the posts that the generators publish.
#include "indexer/markdown/markdown.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

#include "common/base/time.h"
#include "common/date/parse_date.h"

using namespace pressmark;

namespace {

PageOptions options_for(std::string const& path) {
  PageOptions options;
  options.source = "site/" + path;
  options.layout = {"site", "https://example.org/", ""};
  options.now = parse_date("2024-06-01").value();
  return options;
}

Post read(std::string const& text, std::string const& path = "content/posts/lamp.md") {
  auto const post = parse_markdown(text, options_for(path));
  BOOST_TEST_REQUIRE(post.has_value(), (post ? "" : post.error().what));
  return *post;
}

// Every field in one line.
std::string fields_of(Post const& post) {
  std::string line = post.title + " | " + post.author + " | ";
  for (auto const& category : post.categories) line += category + ",";
  line += " | " + (post.published ? format_rfc3339(*post.published) : "") + " | ";
  line += (post.updated ? format_rfc3339(*post.updated) : "") + " | " + post.language + " | " + post.image;
  return line + " | " + post.summary + " | " + post.url;
}

struct Case {
  char const* text;
  char const* want;
};

std::ostream& operator<<(std::ostream& out, Case const& c) {
  return out << c.text;
}

Case const kFrontMatter[] = {
    {"---\ntitle: \"Oil: a lamp\"\ndate: 2024-03-05T10:00:00+01:00\nlastmod: 2024-03-06\nauthor: Ann Lee\n"
     "tags: [oil, light]\ncategories:\n  - Home\nlang: en\nimage: /i.png\ndescription: Short.\n---\nText",
     "Oil: a lamp | Ann Lee | Home,oil,light, | 2024-03-05T09:00:00Z | 2024-03-06T00:00:00Z | en | "
     "https://example.org/i.png | Short. | https://example.org/posts/lamp/"},
    {"+++\ntitle = 'Lamp'\ndate = 2024-03-05T10:00:00Z\nauthors = ['Ann', 'Bo']\nslug = 'wick'\n"
     "[taxonomies]\ntags = ['oil']\n[cover]\nimage = 'https://example.com/c.png'\n+++\nText",
     "Lamp | Ann, Bo | oil, | 2024-03-05T10:00:00Z |  |  | https://example.com/c.png |  | "
     "https://example.org/posts/wick/"},
    {"{\n\"title\": \"Lamp {1}\", \"authors\": [{\"name\": \"Ann\"}], \"url\": \"/l/\", \"tags\": \"oil, "
     "gas\"\n}\nText",
     "Lamp {1} | Ann | oil,gas, |  |  |  |  |  | https://example.org/l/"},
    {"---json\n{\"title\": \"Lamp\"}\n---\nText",
     "Lamp |  |  |  |  |  |  |  | https://example.org/posts/lamp/"},
    {"---\r\ntitle: Lamp\r\n---\r\nText", "Lamp |  |  |  |  |  |  |  | https://example.org/posts/lamp/"},
    {"\xEF\xBB\xBF---\npermalink: https://example.net/x\n---\n# Lamp\nText",
     "Lamp |  |  |  |  |  |  |  | https://example.net/x"},
    {"---\ndate: someday\ntitle: Lamp\n---\nText",
     "Lamp |  |  |  |  |  |  |  | https://example.org/posts/lamp/"},
    {"# Lamp\nText", "Lamp |  |  |  |  |  |  |  | https://example.org/posts/lamp/"},
    {"---\nIt burns.\n\n---\n\n## Lamp", "lamp |  |  |  |  |  |  |  | https://example.org/posts/lamp/"},
};

Case const kLeftOut[] = {
    {"---\ndraft: true\n---\nx", "the post is a draft"},
    {"---\npublished: false\n---\nx", "the post is a draft"},
    {"+++\ndate = 2024-06-02\n+++\nx", "the post is dated 2024-06-02 and waits until then"},
    {"+++\nexpiryDate = 2024-05-02\n+++\nx", "the post expired on 2024-05-02"},
    {"---\nnoindex: true\n---\nx", "the post asks not to be indexed"},
    {"Only words.", "the file has neither front matter nor a heading; it is taken for no post"},
    {"---\ntitle: Lamp\n", "the front matter does not end: no line \"---\""},
    {"{\"title\": \"Lamp\"", "the front matter does not end: no \"}\""},
};

Case const kBodies[] = {
    {"*a* **b** `c` ~~d~~", "<p><em>a</em> <strong>b</strong> <code>c</code> <del>d</del></p>\n"},
    {"https://example.com & <b>raw</b>",
     "<p><a href=\"https://example.com\">https://example.com</a> &amp; <b>raw</b></p>\n"},
    {"## Öl & Gas!\n## Öl & Gas!",
     "<h2 id=\"öl--gas\">Öl &amp; Gas!</h2>\n<h2 id=\"öl--gas-1\">Öl &amp; Gas!</h2>\n"},
    {"## The `wick` {#w}", "<h2 id=\"w\">The <code>wick</code></h2>\n"},
    {"```sh\na < b\n```", "<pre><code class=\"language-sh\">a &lt; b\n</code></pre>\n"},
    {"|a|b|\n|---|---|\n|1|2|",
     "<table><thead><tr><th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody><tr><td>1</td>\n<td>2</td>\n</tr>\n</"
     "tbody>\n"
     "</table>\n"},
    {"![a *b*](c.png \"d\")", "<p><img src=\"c.png\" title=\"d\" alt=\"a b\"></p>\n"},
    {"3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"},
    {"a{{< x y=\"z\" >}}b {% include c %}{{ page.d }}{# e #}", "<p>ab</p>\n"},
    {"{{% note %}}kept{{% /note %}}", "<p>kept</p>\n"},
    {"{% highlight c linenos %}\n{{ x }}\n{% endhighlight %}",
     "<pre><code class=\"language-c\">{{ x }}\n</code></pre>\n"},
    {"{{< highlight \"go\" >}}x{{< /highlight >}}", "<pre><code class=\"language-go\">x\n</code></pre>\n"},
    {"[a](/b){:target=\"_blank\"} c\n{: .note}", "<p><a href=\"/b\">a</a> c</p>\n"},
    {"## Wick {: #w}\n* TOC\n{:toc}", "<h2 id=\"w\">Wick</h2>\n<ul><li>TOC</li>\n</ul>\n"},
    {"`{{ a }}` and {{</* b */>}}", "<p><code>{{ a }}</code> and {{&lt; b &gt;}}</p>\n"},
    {"```\n{% raw %}\n{{ a }}\n{% endraw %}\n```", "<pre><code>{{ a }}\n</code></pre>\n"},
    {"a[^1] b [^x]c[^no]\n\n[^1]: One\n[^x]: `[^1]` two\n",
     "<p>a b c[^no]</p>\n<p>One</p>\n<p><code>[^1]</code> two</p>\n"},
    {"{{< figure src=\"a.jpg\" title=\"A brass lamp\" alt='\"old\"' >}}\n**Text**",
     "<figure><img alt=\"&quot;old&quot;\"><figcaption>A brass "
     "lamp</figcaption></figure>\n<p><strong>Text</strong></p>\n"},
    {"a\n:::tip[Mind the *wick*]\nb\n:::\n::: warning {.x}\nc\n:::\n",
     "<p>a</p>\n<p>Mind the <em>wick</em></p>\n<p>b</p>\n<p>c</p>\n"},
    {"a{/* note */}b", "<p>ab</p>\n"},
    {"a{% comment %}b{% endcomment %}c {{ never ends", "<p>ac {{ never ends</p>\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(markdown)

BOOST_DATA_TEST_CASE(front_matter_gives_the_fields, boost::unit_test::data::make(kFrontMatter), c) {
  BOOST_TEST(fields_of(read(c.text)) == c.want);
}

BOOST_DATA_TEST_CASE(what_is_not_published_is_left_out, boost::unit_test::data::make(kLeftOut), c) {
  auto const post = parse_markdown(c.text, options_for("posts/lamp.md"));
  BOOST_TEST_REQUIRE(!post.has_value());
  BOOST_TEST(post.error().what == c.want);
  BOOST_TEST(post.error().where.starts_with("site/posts/lamp.md"));
}

BOOST_DATA_TEST_CASE(bodies_become_html, boost::unit_test::data::make(kBodies), c) {
  BOOST_TEST(read(std::string("---\ntitle: x\n---\n") + c.text).html == c.want);
}

BOOST_AUTO_TEST_CASE(a_file_name_tells_day_slug_and_language) {
  auto const dated =
      read("---\ntags: oil light\ncategory: home\n---\nText", "_posts/2024-03-05-oil-lamps.md");
  BOOST_TEST(fields_of(dated) ==
             "Oil Lamps |  | home,oil,light, | 2024-03-05T00:00:00Z |  |  |  |  | "
             "https://example.org/home/2024/03/05/oil-lamps.html");
  BOOST_TEST(read("# x", "posts/lamp.de.md").language == "de");
  BOOST_TEST(read("# x", "content/posts/lamp/index.md").url == "https://example.org/posts/lamp/");
}

BOOST_AUTO_TEST_CASE(programs_in_mdx_are_no_text) {
  constexpr char const* kText =
      "---\ntitle: Lamp\n---\nimport X from './x'\nimport Y from './y'\n\nexport const a = {\n  b: 1,\n}\n\n"
      "The\nimport duty.\n\n<X on={1}>Glow</X>\n\n```js\nimport z\n```\n";
  auto const html = read(kText, "src/content/lamp.mdx").html;
  BOOST_TEST(html ==
             "<p>The\nimport duty.</p>\n<p><X on={1}>Glow</X></p>\n<pre><code class=\"language-js\">import "
             "z\n</code></pre>\n");
  BOOST_TEST(read(kText, "content/lamp.md").html.find("import X") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_sites_pattern_makes_the_address) {
  auto options = options_for("posts/lamp.md");
  options.layout.permalink = "/:year/:slug";
  auto const post = parse_markdown("+++\ntitle = 'Oil Lamps'\ndate = 2024-03-05\n+++\n", options);
  BOOST_TEST_REQUIRE(post.has_value());
  BOOST_TEST(post->url == "https://example.org/2024/oil-lamps");
  BOOST_TEST(post->guid == post->url);
}

BOOST_AUTO_TEST_CASE(without_a_base_address_the_path_is_the_identity) {
  auto options = options_for("posts/lamp.md");
  options.layout.base_url.clear();
  auto const post = parse_markdown("# Lamp", options);
  BOOST_TEST_REQUIRE(post.has_value());
  BOOST_TEST(post->url == "");
  BOOST_TEST(post->guid == "posts/lamp.md");
  BOOST_TEST(post->site == "site");
}

BOOST_AUTO_TEST_CASE(a_heading_that_is_not_the_title_stays) {
  BOOST_TEST(read("---\ntitle: Lamp\n---\n# Lamp\nx").html == "<p>x</p>\n");
  BOOST_TEST(read("---\ntitle: Oil\n---\n# Lamp\nx").html == "<h1 id=\"lamp\">Lamp</h1>\n<p>x</p>\n");
}

BOOST_AUTO_TEST_CASE(unreadable_front_matter_is_located) {
  auto const yaml = parse_markdown("---\ntitle: x\ntags: [a\n---\n", {"a.md"});
  BOOST_TEST(yaml.error().where.starts_with("a.md:"));
  BOOST_TEST(yaml.error().what.starts_with("the front matter is no YAML: "));
  BOOST_TEST(parse_markdown("+++\ntitle = 'x'\nbad\n+++\n", {"a.md"}).error().where == "a.md:3");
  BOOST_TEST(parse_markdown("{\n\"a\": x}\n", {"a.md"}).error().where == "a.md:2");
}

BOOST_AUTO_TEST_CASE(floods_end_at_limits) {
  std::string bomb = "---\na: &a [x,x,x,x,x,x,x,x,x,x]\n";
  for (char name = 'b'; name < 'k'; ++name) {
    bomb += std::string(1, name) + ": &" + name + " [";
    for (int i = 0; i < 10; ++i) bomb += std::string(i > 0 ? "," : "") + "*" + static_cast<char>(name - 1);
    bomb += "]\n";
  }
  BOOST_TEST(parse_markdown(bomb + "---\n", {"a.md"}).error().what == "the front matter is too large");

  PageOptions options{"a.md"};
  options.limits.item_html_bytes = 10'000;
  std::string links = "# x\n[a]: https://example.org/" + std::string(1'000, 'x') + "\n\n";
  for (int i = 0; i < 1'000; ++i) links += "[a] ";
  BOOST_TEST(parse_markdown(links, options).error().what == "the Markdown gives more HTML than 10000 bytes");
}

BOOST_AUTO_TEST_SUITE_END()

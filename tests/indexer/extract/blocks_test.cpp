// Which blocks a piece of HTML gives, of which kind, with which words.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "outline.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Case {
  char const* name;
  char const* html;
  std::vector<std::string> want;
};

Case const kCases[] = {
    // Edges
    {"blocks end at block edges even without white space",
     "<p>Trim it.</p><h3>Wick-Care</h3><p>Every night</p><div>with<p>scissors</p>or</div>a knife",
     {"text: Trim it.", "text: Every night", "text: with", "text: scissors", "text: or", "text: a knife"}},
    {"inline edges add nothing",
     "<p><code>LampError</code>s: <b>on</b>/<b>off</b>, <i>_start</i>/<i>_stop</i>, un<em>lit</em></p>",
     {"text: LampErrors: on/off, _start/_stop, unlit"}},
    {"white space collapses, no-break spaces too",
     "<p>\n  47&nbsp;GiB \t of\n<b> oil </b> left </p>",
     {"text: 47 GiB of oil left"}},
    {"br is a space and hr ends a block",
     "<p><strong>Oil</strong><br />Use little<br>of it</p>one<hr>two",
     {"text: Oil Use little of it", "text: one", "text: two"}},
    {"comments leave no trace", "<p>wa<!-- <p>x</p> -->x</p>", {"text: wax"}},
    {"a div with inline content is a paragraph",
     "<div style='padding:1rem'><span>Cheap</span> <em>lamps</em></div><div>Dear ones</div>",
     {"text: Cheap lamps", "text: Dear ones"}},
    {"items of a flex row are blocks, and bullets of signs alone are dropped",
     "<div style='display: flex; gap: 1em'><span style='width:1em'>×</span><span>Smoking wicks</span></div>",
     {"text: Smoking wicks"}},
    {"inline elements shown as blocks are blocks",
     "<p>One<span style='color:red;DISPLAY:block !important'>two</span>three</p>",
     {"text: One", "text: two", "text: three"}},
    {"references are resolved, stray signs stay",
     "<p>Lamp & Wick, a < b, 1 &le; 2 &rarr; &#x2603; R&D --> done</p>",
     {"text: Lamp & Wick, a < b, 1 ≤ 2 → ☃ R&D --> done"}},
    {"quotations get their marks",
     "<p>He said <q>wait <q>here</q></q>.</p>",
     {"text: He said “wait “here””."}},
    {"control characters are white space", "<p>a1\x01\x1B[31mb2&#7;</p>", {"text: a1 [31mb2"}},

    // Kinds
    {"each item of a list is a block, nested ones too",
     "<ul><li>Oil<ul><li>Whale<li>Olive</ul>and more</li><li><p>Gas</p><p>Coal gas</p></li></ul>",
     {"item: Oil", "item: Whale", "item: Olive", "item: and more", "item: Gas", "item: Coal gas"}},
    {"terms and their descriptions are items",
     "<dl><dt>Wick<dd>A cord.<dd><p>Of cotton.</p></dl>",
     {"item: Wick", "item: A cord.", "item: Of cotton."}},
    {"cells stay apart, the caption is one",
     "<table><caption>Fuels</caption><thead><tr><th>Fuel<th>Cost</thead><tr><td>Oil</td><td>4,000</td></tr></"
     "table>",
     {"caption: Fuels", "cell: Fuel", "cell: Cost", "cell: Oil", "cell: 4,000"}},
    {"a figure's caption is prose, before or after",
     "<figure><figcaption>The <i>first</i> lamp</figcaption><pre>lit = 1</pre></figure>"
     "<figure><pre>lit = 0</pre><figcaption>The last</figcaption></figure>",
     {"caption: The first lamp", "code: lit = 1", "code: lit = 0", "caption: The last"}},
    {"quotes",
     "<blockquote>Light!<p>More light!</p><ul><li>Now</ul></blockquote>",
     {"quote: Light!", "quote: More light!", "quote: Now"}},
    {"asides and boxes are callouts",
     "<aside>One a</aside><div class='box admonition'><p>Two b</p><ul><li>Three c</ul></div><p "
     "class=note>Four d",
     {"callout: One a", "callout: Two b", "callout: Three c", "callout: Four d"}},
    {"a class for boxes on an article or a span makes no callout",
     "<article class=note><p>One <span class=tip>two</span></p></article>",
     {"text: One two"}},
    {"the author's key sentences",
     "<p class=why>This matters.</p><div class=takeaways><ul><li>That too.</ul></div><p><mark>And "
     "this.</mark></p>"
     "<p>Not <mark>this</mark>.</p>",
     {"key: This matters.", "key: That too.", "key: And this.", "text: Not this."}},
    {"details and their summary are read",
     "<details><summary>Why it helps</summary><p>It is bright.</p></details>",
     {"text: Why it helps", "text: It is bright."}},
    {"an address is text", "<address>12 Lamp Lane</address>", {"text: 12 Lamp Lane"}},
    {"quotes, callouts and code inside items are what they are",
     "<ol><li>One a<blockquote>Two b</blockquote><pre>three c</pre><aside>Four d</aside></ol>",
     {"item: One a", "quote: Two b", "code: three c", "callout: Four d"}},
    {"a page wrapped in a form is read",
     "<form id=page><h1>Lamps</h1><p>Text.</p><input value=x></form>",
     {"text: Text."}},
    {"formulas are read in the line",
     "<p>Area <math><mi>r</mi><msup><mi>x</mi><mn>2</mn></msup><mspace/>"
     "<annotation encoding=tex>r x^2</annotation></math> here</p>",
     {"text: Area rx2 here"}},

    // Labels
    {"the label of a callout is dropped",
     "<aside><strong>Rule of thumb:</strong> trim often.</aside><aside><p><b>Tip</b>: wait.</p></aside>",
     {"callout: trim often.", "callout: wait."}},
    {"also where it is a paragraph of its own, or Markdown",
     "<aside><p><strong>Go Deeper:</strong></p><p>Read on.</p></aside><aside>**Note:** Burns.</aside>",
     {"callout: Read on.", "callout: Burns."}},
    {"only the first block has a label, and only a short one with a colon",
     "<aside><p><b>Never blow.</b> Snuff.</p><p><b>Tip:</b> again.</p></aside>"
     "<aside><b>Before you trim the wick of it:</b> wait.</aside><p><b>Tip:</b> outside.</p>",
     {"callout: Never blow. Snuff.", "callout: Tip: again.", "callout: Before you trim the wick of it: wait.",
      "text: Tip: outside."}},
    {"a callout of markers alone is nothing",
     "<aside>** **</aside><aside><b> </b>Light</aside>",
     {"callout: Light"}},

    // Images
    {"alternative text is a block if it says something",
     "<p>Before <img alt='A lamp on a shelf' src=a> after</p><img alt=logo><img alt='two words'><img>",
     {"text: Before after", "image: A lamp on a shelf"}},

    // Markdown that was never rendered
    {"Markdown's markers around words are dropped",
     "<p>**Oil**: use *little* of `the_oil`, **never (!)** *“much”*</p><ul><li>**a** and **b**</ul>",
     {"text: Oil: use little of the_oil, never (!) “much”", "item: a and b"}},
    {"markers that stand for themselves stay",
     "<p>2 * 3 * 4, 2**8 and 3**9, *args, **kwargs, src/**/x/**/y, a*b*c, the `80s, 5* and 6*</p>",
     {"text: 2 * 3 * 4, 2**8 and 3**9, *args, **kwargs, src/**/x/**/y, a*b*c, the `80s, 5* and 6*"}},
    {"markers inside code stay",
     "<p><code>**kwargs</code> and <code>*a*</code></p><pre>**x** *y*</pre>",
     {"text: **kwargs and *a*", "code: **x** *y*"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(blocks)

BOOST_DATA_TEST_CASE(are_the_units_of_text, boost::unit_test::data::make(kCases), c) {
  auto const got = blocks_of(extract_article(c.html));
  BOOST_TEST(got == c.want, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

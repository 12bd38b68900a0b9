// Elements one after the other; HTML stands in a CDATA section, as feeds have it.
#include "tests/support/feed_writer.h"

namespace pressmark {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (char const character : text) {
    switch (character) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      default:
        result += character;
    }
  }
  return result;
}

std::string element(std::string const& name, std::string const& text) {
  return text.empty() ? "" : '<' + name + '>' + escaped(text) + "</" + name + '>';
}

std::string write_item(RssItem const& item) {
  auto text = "<item>" + element("title", item.title) + element("link", item.link) +
              element("guid", item.guid) + element("pubDate", item.date) + element("dc:creator", item.author);
  for (auto const& category : item.categories) text += element("category", category);
  return text + "<description><![CDATA[" + item.html + "]]></description></item>\n";
}

}  // namespace

std::string write_rss(RssChannel const& channel, std::vector<RssItem> const& items) {
  auto feed =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>" +
      element("title", channel.title) + element("link", channel.link) +
      element("language", channel.language) + '\n';
  for (auto const& item : items) feed += write_item(item);
  return feed + "</channel></rss>\n";
}

}  // namespace pressmark

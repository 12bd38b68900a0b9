// Walks the tables of a Xapian database.
#include "tests/common/index/index_tables.h"

#include <sstream>

#include "common/index/schema.h"
#include "common/index/store_layout.h"

namespace pressmark {
namespace {

std::string live_database(std::filesystem::path const& store) {
  StoreLayout const layout{store};
  return layout.generation(current_generation(layout).value()).string();
}

std::string contents_of(Xapian::Document const& document) {
  std::ostringstream text;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    text << *term << " x" << term.get_wdf();
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) text << ' ' << *at;
    text << '\n';
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    text << "slot " << value.get_valueno() << ": " << *value << '\n';
  }
  text << "data: " << document.get_data() << '\n';
  return text.str();
}

// Both posting lists and term lists are followed, so that one that lacks what the other has shows.
void add_documents(Xapian::Database const& database, IndexTables& tables) {
  std::string const prefix(field_info(Field::id).prefix);
  for (auto id = database.allterms_begin(prefix); id != database.allterms_end(prefix); ++id) {
    for (auto document = database.postlist_begin(*id); document != database.postlist_end(*id); ++document) {
      tables["document " + *id] += contents_of(database.get_document(*document));
    }
  }
}

void add_terms(Xapian::Database const& database, IndexTables& tables) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    tables["term " + *term] = "in " + std::to_string(term.get_termfreq()) + ", " +
                              std::to_string(database.get_collection_freq(*term)) + " times";
  }
}

void add_synonyms(Xapian::Database const& database, IndexTables& tables) {
  for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key) {
    auto& words = tables["synonyms of " + *key];
    for (auto word = database.synonyms_begin(*key); word != database.synonyms_end(*key); ++word) {
      words += *word + ' ';
    }
  }
}

void add_metadata(Xapian::Database const& database, IndexTables& tables) {
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    tables["metadata " + *key] = database.get_metadata(*key);
  }
}

}  // namespace

IndexTables index_tables(Xapian::Database const& database) {
  IndexTables tables;
  tables["documents"] = std::to_string(database.get_doccount());
  add_documents(database, tables);
  add_terms(database, tables);
  add_synonyms(database, tables);
  add_metadata(database, tables);
  return tables;
}

std::vector<std::string> posts_in_order(Xapian::Database const& database) {
  std::string const prefix(field_info(Field::id).prefix);
  std::vector<std::string> posts;
  for (auto document = database.postlist_begin(""); document != database.postlist_end(""); ++document) {
    auto term = database.termlist_begin(*document);
    term.skip_to(prefix);
    posts.push_back(term == database.termlist_end(*document) ? std::string() : *term);
  }
  return posts;
}

std::string index_contents(std::filesystem::path const& store) {
  auto tables = index_tables(Xapian::Database(live_database(store)));
  tables.erase("metadata " + std::string(metadata::kArchive));
  std::string text;
  for (auto const& [what, contents] : tables) text.append(what).append(": ").append(contents).append("\n");
  return text;
}

void disown_index(std::filesystem::path const& store) {
  Xapian::WritableDatabase database(live_database(store), Xapian::DB_OPEN);
  database.set_metadata(std::string(metadata::kArchive), "another");
  database.commit();
}

}  // namespace pressmark

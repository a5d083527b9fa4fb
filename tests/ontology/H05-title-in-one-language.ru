#+ finds:
#+   - ["https://w3id.org/communique/ns", "http://purl.org/dc/terms/title @zh-Hans"]
DELETE DATA { <https://w3id.org/communique/ns> dcterms:title "小本体"@zh-Hans }

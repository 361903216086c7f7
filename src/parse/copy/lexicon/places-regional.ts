/**
 * Towns that papers of their own country date stories from (`SITAPUR: …`, `Konstanz – …`), beside the cities of the world.
 * Towns whose names are words, given names or surnames too (`Van`, `Como`, `Nelson`) are left out.
 */
export const REGIONAL_PLACES: readonly string[] = [
  // German-speaking countries
  ..."Aachen,Bamberg,Bayreuth,Bielefeld,Bochum,Braunschweig,Chemnitz,Cottbus,Darmstadt,Dessau,Duisburg,Flensburg".split(
    ",",
  ),
  ..."Friedrichshafen,Fulda,Garmisch-Partenkirchen,Gelsenkirchen,Göttingen,Görlitz,Greifswald,Heidelberg,Heilbronn".split(
    ",",
  ),
  ..."Hildesheim,Ingolstadt,Jena,Kassel,Kaiserslautern,Kempten,Klagenfurt,Koblenz,Konstanz,Krefeld,Landshut,Lindau".split(
    ",",
  ),
  ..."Lübeck,Lüneburg,Luzern,Mönchengladbach,Oberhausen,Oldenburg,Osnabrück,Paderborn,Passau,Pforzheim,Regensburg".split(
    ",",
  ),
  ..."Reutlingen,Rosenheim,Schwerin,Solingen,Speyer,Stralsund,Trier,Tübingen,Ulm,Villach,Weimar,Wilhelmshaven".split(
    ",",
  ),
  ..."Wolfsburg,Wuppertal,Würzburg,Zwickau,Bregenz,Eisenstadt,St. Pölten,St. Gallen,Winterthur,Chur,Schaffhausen".split(
    ",",
  ),
  ..."Freiburg im Breisgau,Frankfurt am Main,Cuxhaven,Bremerhaven,Emden".split(","),
  // French-speaking countries
  ..."Amiens,Annecy,Arles,Bayonne,Besançon,Béziers,Biarritz,Bourges,Caen,Carcassonne,Chambéry,Clermont-Ferrand".split(
    ",",
  ),
  ..."Cherbourg,Dunkerque,La Rochelle,Limoges,Lorient,Mulhouse,Nîmes,Orléans,Perpignan,Poitiers,Quimper".split(","),
  ..."Saint-Étienne,Saint-Malo,Saint-Nazaire,Troyes,Vannes,Versailles,Vichy,Fort-de-France,Pointe-à-Pitre,Namur".split(
    ",",
  ),
  ..."Charleroi,Neuchâtel,Fribourg,Sherbrooke,Gatineau,Trois-Rivières,Annaba,Tizi Ouzou,Béjaïa,Sousse,Fès,Tanger".split(
    ",",
  ),
  ..."Agadir,Oujda,Meknès,Saint-Louis,Ziguinchor,Ségou,Mopti,Kidal,Tombouctou,Bobo-Dioulasso,Bouaké,Parakou,Garoua".split(
    ",",
  ),
  ..."Maroua,Port-Gentil,Toamasina".split(","),
  // Spain and Spanish America
  ..."Albacete,Almería,Ávila,Badajoz,Burgos,Cáceres,Cádiz,Castellón,Ciudad Real,Elche,Gijón,Girona,Huelva,Huesca".split(
    ",",
  ),
  ..."Ibiza,Jaén,Jerez,Lleida,Logroño,Melilla,Ceuta,Orense,Ourense,Palencia,Pontevedra,Salamanca".split(","),
  ..."Santiago de Compostela,Segovia,Tarragona,Teruel,Valladolid,Salta,Tucumán,Neuquén,Bariloche,Corrientes".split(","),
  ..."Posadas,Paraná,Bahía Blanca,Jujuy,Temuco,Iquique,Arica,Puerto Montt,Punta Arenas,Piura,Puno,Chiclayo".split(","),
  ..."Esmeraldas,Bucaramanga,Manizales,Ibagué,Santa Marta,Barquisimeto,Ciudad Guayana,Maracay,Cobija,Encarnación".split(
    ",",
  ),
  ..."Paysandú,Morelia,Toluca,San Luis Potosí,Chihuahua,Hermosillo,Mazatlán,Tapachula,Reynosa,Matamoros".split(","),
  ..."Nuevo Laredo,Villahermosa,Tuxtla Gutiérrez,Chilpancingo,Saltillo,Torreón,Zacatecas,Aguascalientes,Mexicali".split(
    ",",
  ),
  ..."Camagüey,Holguín,Matanzas,Cienfuegos,Quetzaltenango".split(","),
  // Portuguese-speaking countries
  ..."Évora,Aveiro,Setúbal,Ponta Delgada,Guimarães,Viseu,Goiânia,Florianópolis,Maceió,Aracaju,Teresina,São Luís".split(
    ",",
  ),
  ..."João Pessoa,Campo Grande,Cuiabá,Campinas,Santarém,Macapá,Boa Vista,Rio Branco,Porto Velho,Foz do Iguaçu".split(
    ",",
  ),
  ..."Londrina,Joinville,Ribeirão Preto,Benguela,Lobito,Mindelo".split(","),
  // Italy
  ..."Ancona,Aosta,Arezzo,Bergamo,Bolzano,Brescia,Brindisi,Campobasso,Catanzaro,Cosenza,Cremona,Ferrara,Foggia".split(
    ",",
  ),
  ..."Grosseto,L'Aquila,La Spezia,Lecce,Livorno,Lucca,Mantova,Matera,Messina,Modena,Novara,Olbia,Padova,Pavia".split(
    ",",
  ),
  ..."Pesaro,Pescara,Piacenza,Potenza,Ravenna,Reggio Calabria,Reggio Emilia,Rimini,Salerno,Sassari,Savona,Siracusa".split(
    ",",
  ),
  ..."Taranto,Terni,Trapani,Trento,Treviso,Udine,Varese,Vicenza".split(","),
  // Turkey
  ..."Adıyaman,Antakya,Aydın,Bodrum,Bolu,Çanakkale,Denizli,Edirne,Elazığ,Erzincan,Erzurum,Eskişehir,Hakkari,Hatay".split(
    ",",
  ),
  ..."Iskenderun,Isparta,İzmit,Kahramanmaraş,Kars,Kastamonu,Kayseri,Kilis,Kocaeli,Kütahya,Malatya,Manisa,Mardin".split(
    ",",
  ),
  ..."Mersin,Muğla,Rize,Sakarya,Samsun,Siirt,Sinop,Sivas,Şanlıurfa,Şırnak,Tekirdağ,Tokat,Tunceli,Yozgat,Zonguldak".split(
    ",",
  ),
  // The Netherlands, Belgium, Britain and Ireland
  ..."Groningen,Haarlem,Leiden,Delft,Nijmegen,Arnhem,Tilburg,Breda,Enschede,Leeuwarden,Den Haag,Den Helder,Zwolle".split(
    ",",
  ),
  ..."Gent,Leuven,Mechelen,Brugge,Oostende,Lerwick,Stornoway,Kirkwall,Inverness,Derry,Waterford,Kilkenny,Sligo".split(
    ",",
  ),
  ..."Tralee,Ennis,Athlone,Wrexham,Bangor,Aberystwyth,Exeter,Truro,Penzance,Gloucester,Coventry,Ipswich,Colchester".split(
    ",",
  ),
  ..."Canterbury,Bournemouth,Sunderland,Middlesbrough,Scarborough,St Helier".split(","),
  // Northern and eastern Europe
  ..."Turku,Tampere,Oulu,Rovaniemi,Vaasa,Espoo,Kuopio,Linköping,Örebro,Västerås,Umeå,Luleå,Kiruna,Göteborg,Visby".split(
    ",",
  ),
  ..."Bodø,Ålesund,Kristiansand,Hammerfest,Kirkenes,Longyearbyen,Århus,Aalborg,Esbjerg,Akureyri,Tartu,Narva,Pärnu".split(
    ",",
  ),
  ..."Daugavpils,Kaunas,Klaipėda,Szczecin,Białystok,Katowice,Gdynia,Sopot,Toruń,Rzeszów,Olsztyn,Brno,Ostrava,Plzeň".split(
    ",",
  ),
  ..."Olomouc,Košice,Žilina,Debrecen,Szeged,Pécs,Győr,Maribor,Rijeka,Osijek,Zadar,Kragujevac,Subotica,Prizren".split(
    ",",
  ),
  ..."Mitrovica,Ohrid,Bitola,Durrës,Shkodër,Vlorë,Burgas,Iași,Constanța,Brașov,Sibiu,Oradea,Patras,Heraklion,Volos".split(
    ",",
  ),
  ..."Corfu,Lesbos,Larnaca,Paphos,Famagusta".split(","),
  // Asia, Australia, New Zealand, Canada
  ..."Kanazawa,Niigata,Kumamoto,Kagoshima,Okayama,Matsuyama,Takamatsu,Nagano,Aomori,Akita,Morioka,Ulsan,Jeju".split(
    ",",
  ),
  ..."Kaesong,Changchun,Nanchang,Xining,Yinchuan,Taiyuan,Shijiazhuang,Suzhou,Ningbo,Wenzhou,Hualien,Shymkent".split(
    ",",
  ),
  ..."Khujand,Bukhara,Nukus,Murmansk,Arkhangelsk,Krasnodar,Rostov-on-Don,Volgograd,Samara,Ufa,Chelyabinsk,Omsk".split(
    ",",
  ),
  ..."Tomsk,Irkutsk,Yakutsk,Khabarovsk,Petropavlovsk-Kamchatsky,Yuzhno-Sakhalinsk,Nizhny Novgorod,Voronezh".split(","),
  ..."Makhachkala,Kutaisi,Sukhumi,Tskhinvali,Gyumri,Vanadzor,Nakhchivan,Kalgoorlie,Mildura,Invercargill,Moncton".split(
    ",",
  ),
  ..."Thunder Bay,Sudbury,Kelowna".split(","),
  // India
  ..."Almora,Badaun,Bagalkot,Baghpat,Bahraich,Barabanki,Belgaum,Bellary,Bhadohi,Bhind,Bhiwandi,Bijapur,Bijnor".split(
    ",",
  ),
  ..."Bulandshahr,Burdwan,Chamba,Chitradurga,Chittoor,Deoria,Dharwad,Dwarka,Ernakulam,Etah,Faridkot,Fatehabad".split(
    ",",
  ),
  ..."Fatehpur,Firozabad,Firozpur,Gadchiroli,Ghazipur,Giridih,Gonda,Gondia,Greater Noida,Gulbarga,Hamirpur,Hampi".split(
    ",",
  ),
  ..."Hapur,Hardoi,Hazaribagh,Hosur,Jagdalpur,Jalna,Jhunjhunu,Jind,Joshimath,Kaithal,Kalimpong,Kangra,Kannauj".split(
    ",",
  ),
  ..."Kanyakumari,Kapurthala,Karur,Katihar,Katra,Kaushambi,Kaza,Kodagu,Koppal,Lakhimpur Kheri,Machilipatnam".split(","),
  ..."Madikeri,Malegaon,Motihari,Munger,Murshidabad,Mussoorie,Nadiad,Nagercoil,Nalanda,Nandurbar,Nawada,Neemuch".split(
    ",",
  ),
  ..."Parbhani,Phagwara,Pilibhit,Pithoragarh,Purnea,Raebareli,Raigad,Raiganj,Ramanathapuram,Ramgarh,Ramnagar".split(
    ",",
  ),
  ..."Rampur,Reasi,Rudraprayag,Samastipur,Sambhal,Sehore,Shahjahanpur,Shirdi,Silvassa,Sindhudurg,Singrauli,Sitapur".split(
    ",",
  ),
  ..."Siwan,Sonbhadra,Sopore,Sri Ganganagar,Srikakulam,Tonk,Uttarkashi,Valsad,Villupuram,Vizianagaram,Yamunanagar".split(
    ",",
  ),
  ..."Yavatmal".split(","),
  // Bangladesh
  ..."Barisal,Bogra,Jessore,Dinajpur,Savar,Tangail,Faridpur,Brahmanbaria,Patuakhali,Kushtia,Pabna,Sirajganj".split(","),
  ..."Naogaon,Kurigram,Lalmonirhat,Gaibandha,Satkhira,Bagerhat,Teknaf,Rangamati,Bandarban,Khagrachhari,Sunamganj".split(
    ",",
  ),
  ..."Habiganj,Netrokona,Jamalpur,Sherpur,Kishoreganj,Narsingdi,Munshiganj,Manikganj,Madaripur,Gopalganj".split(","),
  // Sri Lanka, Nepal, Bhutan, Afghanistan
  ..."Matara,Hambantota,Kilinochchi,Mullaitivu,Nuwara Eliya,Badulla,Kalutara,Puttalam,Polonnaruwa,Dambulla,Ampara".split(
    ",",
  ),
  ..."Janakpurdham,Nepalgunj,Dharan,Butwal,Bhairahawa,Dhangadhi,Hetauda,Itahari,Jumla,Palpa,Rajbiraj,Surkhet".split(
    ",",
  ),
  ..."Bardiya,Tulsipur,Mahendranagar,Phuentsholing,Bamyan,Torkham,Spin Boldak".split(","),
  // Africa and South-East Asia
  ..."Onitsha,Owerri,Warri,Calabar,Uyo,Asaba,Awka,Akure,Abeokuta,Ilorin,Osogbo,Ado-Ekiti,Lokoja,Makurdi,Lafia".split(
    ",",
  ),
  ..."Bauchi,Gombe,Yola,Jalingo,Damaturu,Sokoto,Birnin Kebbi,Katsina,Gusau,Dutse,Yenagoa,Umuahia,Abakaliki".split(","),
  ..."Takoradi,Cape Coast,Sunyani,Koforidua,Bolgatanga,Thika,Malindi,Lamu,Kakamega,Nyeri,Kitale,Mbarara,Mbale,Arua".split(
    ",",
  ),
  ..."Mwanza,Mbeya,Morogoro,Ndola,Mutare,Gweru,Mzuzu,Zomba,Nampula,Walvis Bay,Francistown,Polokwane,Nelspruit".split(
    ",",
  ),
  ..."Mbombela,Rustenburg,Marawi City,Tuguegarao City,Lucena City,Sittwe,Myitkyina,Labasa".split(","),
];

/**
 * Cities that stand in datelines without a country, in Latin letters: capitals, big cities, those that style books let
 * stand alone, seats of international bodies. Only a place that is known is taken for a dateline on thin evidence
 * (`Lisbon: …`), so the list is generous. Countries are left out: a country and a colon is mostly a list or a score.
 */
export const LATIN_PLACES: readonly string[] = [
  // Europe
  ..."London,Paris,Berlin,Madrid,Rome,Lisbon,Dublin,Vienna,Brussels,Amsterdam,The Hague,Luxembourg,Bern,Berne,Zurich,Geneva".split(
    ",",
  ),
  ..."Basel,Lausanne,Lugano,Davos,Prague,Bratislava,Budapest,Warsaw,Krakow,Gdansk,Poznan,Wroclaw,Lodz,Lublin,Vilnius,Riga".split(
    ",",
  ),
  ..."Tallinn,Helsinki,Stockholm,Gothenburg,Malmo,Uppsala,Oslo,Bergen,Trondheim,Stavanger,Tromso,Copenhagen,Aarhus,Odense".split(
    ",",
  ),
  ..."Reykjavik,Moscow,St. Petersburg,St Petersburg,Saint Petersburg,Leningrad,Kaliningrad,Novosibirsk,Yekaterinburg,Kazan".split(
    ",",
  ),
  ..."Vladivostok,Sochi,Grozny,Minsk,Kyiv,Kiev,Lviv,Lvov,Kharkiv,Kharkov,Odesa,Odessa,Dnipro,Donetsk,Luhansk,Mariupol".split(
    ",",
  ),
  ..."Kherson,Zaporizhzhia,Chisinau,Bucharest,Cluj-Napoca,Timisoara,Sofia,Plovdiv,Varna,Belgrade,Novi Sad,Zagreb,Split".split(
    ",",
  ),
  ..."Dubrovnik,Ljubljana,Sarajevo,Mostar,Banja Luka,Podgorica,Pristina,Skopje,Tirana,Athens,Thessaloniki,Piraeus,Nicosia".split(
    ",",
  ),
  ..."Limassol,Valletta,Istanbul,Ankara,Izmir,Antalya,Bursa,Adana,Gaziantep,Diyarbakir,Trabzon,Konya,Tbilisi,Batumi".split(
    ",",
  ),
  ..."Yerevan,Baku,Stepanakert,Edinburgh,Glasgow,Aberdeen,Dundee,Cardiff,Swansea,Belfast,Londonderry,Manchester".split(
    ",",
  ),
  ..."Liverpool,Birmingham,Leeds,Sheffield,Bristol,Newcastle,Nottingham,Leicester,Oxford,Cambridge,York,Brighton".split(
    ",",
  ),
  ..."Southampton,Portsmouth,Plymouth,Norwich,Hull,Blackpool,Cork,Limerick,Galway,Marseille,Marseilles,Lyon,Lyons".split(
    ",",
  ),
  ..."Toulouse,Nice,Nantes,Strasbourg,Bordeaux,Lille,Rennes,Grenoble,Montpellier,Cannes,Calais,Le Havre,Le Mans,Reims".split(
    ",",
  ),
  ..."Dijon,Rouen,Brest,Toulon,Metz,Nancy,Colmar,Avignon,Ajaccio,Bastia,Monaco,Monte Carlo,Antwerp,Ghent,Bruges,Liege".split(
    ",",
  ),
  ..."Rotterdam,Utrecht,Eindhoven,Maastricht,Hamburg,Munich,München,Cologne,Köln,Frankfurt,Stuttgart,Düsseldorf".split(
    ",",
  ),
  ..."Duesseldorf,Dusseldorf,Dortmund,Essen,Leipzig,Dresden,Hanover,Hannover,Nuremberg,Nürnberg,Bremen,Bonn,Karlsruhe".split(
    ",",
  ),
  ..."Mannheim,Wiesbaden,Mainz,Kiel,Rostock,Potsdam,Magdeburg,Erfurt,Saarbrücken,Freiburg,Augsburg,Münster,Wien,Graz".split(
    ",",
  ),
  ..."Linz,Salzburg,Innsbruck,Zürich,Genf,Genève,Bruxelles,Barcelona,Valencia,Seville,Sevilla,Zaragoza,Bilbao,Malaga".split(
    ",",
  ),
  ..."Málaga,Granada,Cordoba,Córdoba,San Sebastian,Pamplona,Santander,Oviedo,Vigo,La Coruña,Palma,Palma de Mallorca".split(
    ",",
  ),
  ..."Las Palmas,Santa Cruz de Tenerife,Murcia,Alicante,Gibraltar,Andorra la Vella,Lisboa,Porto,Oporto,Coimbra,Faro".split(
    ",",
  ),
  ..."Braga,Funchal,Roma,Milan,Milano,Turin,Torino,Naples,Napoli,Venice,Venezia,Florence,Firenze,Bologna,Genoa,Genova".split(
    ",",
  ),
  ..."Palermo,Catania,Bari,Trieste,Verona,Padua,Pisa,Siena,Perugia,Parma,Cagliari,Lampedusa,Vatican City,San Marino".split(
    ",",
  ),
  ..."Città del Vaticano,Vaduz,Torshavn,Nuuk".split(","),
  // North America
  ..."New York,Washington,Los Angeles,Chicago,Houston,Phoenix,Philadelphia,San Antonio,San Diego,Dallas,San Jose,Austin".split(
    ",",
  ),
  ..."Jacksonville,Fort Worth,Columbus,Charlotte,San Francisco,Indianapolis,Seattle,Denver,Boston,El Paso,Nashville".split(
    ",",
  ),
  ..."Detroit,Oklahoma City,Portland,Las Vegas,Memphis,Louisville,Baltimore,Milwaukee,Albuquerque,Tucson,Fresno".split(
    ",",
  ),
  ..."Sacramento,Kansas City,Mesa,Atlanta,Omaha,Colorado Springs,Raleigh,Miami,Minneapolis,Tulsa,Arlington,New Orleans".split(
    ",",
  ),
  ..."Wichita,Cleveland,Tampa,Honolulu,Anchorage,Juneau,Anaheim,Santa Ana,St. Louis,St Louis,Pittsburgh,Cincinnati".split(
    ",",
  ),
  ..."St. Paul,Newark,Buffalo,Orlando,Albany,Hartford,Providence,Salt Lake City,Des Moines,Little Rock,Baton Rouge".split(
    ",",
  ),
  ..."Montgomery,Tallahassee,Richmond,Charleston,Columbia,Savannah,Boise,Helena,Cheyenne,Bismarck,Pierre,Lincoln,Topeka".split(
    ",",
  ),
  ..."Santa Fe,Carson City,Reno,Olympia,Spokane,Salem,Lansing,Springfield,Frankfort,Annapolis,Dover,Trenton,Harrisburg".split(
    ",",
  ),
  ..."State Department,White House,The White House,Capitol Hill,Pentagon,The Pentagon,Kremlin,Silicon Valley,Long Island".split(
    ",",
  ),
  ..."Brooklyn,Manhattan,Queens,Staten Island,Oakland,Long Beach,Bakersfield,Riverside,San Bernardino,Santa Monica,Pasadena".split(
    ",",
  ),
  ..."New York City,Chattanooga,Knoxville,Birmingham,Mobile,Jackson,Fargo,Sioux Falls,Billings,Toledo,Akron,Dayton,Rochester".split(
    ",",
  ),
  ..."Syracuse,Worcester,Bridgeport,New Haven,Norfolk,Virginia Beach,Durham,Greensboro,Winston-Salem,Fort Lauderdale".split(
    ",",
  ),
  ..."West Palm Beach,St. Petersburg,Fort Myers,Corpus Christi,Lubbock,Amarillo,Laredo,McAllen,Brownsville,Waco,Tacoma".split(
    ",",
  ),
  ..."Eugene,Boulder,Aurora,Provo,Flagstaff,Scottsdale,Tempe,Henderson,Madison,Green Bay,Duluth,Cedar Rapids,Davenport".split(
    ",",
  ),
  ..."Ann Arbor,Flint,Grand Rapids,Fort Wayne,South Bend,Evansville,Peoria,Rockford,Lexington,Shreveport,Lafayette,Biloxi".split(
    ",",
  ),
  ..."Montpelier,Concord,Augusta,Hollywood,Beverly Hills,Palo Alto,Cape Canaveral,United Nations,San Juan,Wall Street".split(
    ",",
  ),
  ..."Camp David,Guantanamo Bay,Guantanamo,Toronto,Montreal,Montréal,Ottawa,Vancouver,Calgary,Edmonton,Winnipeg,Quebec".split(
    ",",
  ),
  ..."Québec,Quebec City,Halifax,Hamilton,Victoria,Regina,Saskatoon,St. John's,Fredericton,Charlottetown,Whitehorse".split(
    ",",
  ),
  ..."Yellowknife,Iqaluit,Mexico City,Ciudad de México,Guadalajara,Monterrey,Tijuana,Ciudad Juarez,Ciudad Juárez,Puebla".split(
    ",",
  ),
  ..."Cancun,Cancún,Acapulco,Merida,Mérida,Oaxaca,Veracruz,Culiacan,Culiacán,Leon,Queretaro,Querétaro".split(","),
  // Central and South America, the Caribbean
  ..."Havana,La Habana,Santiago de Cuba,Port-au-Prince,Santo Domingo,Kingston,Nassau,Bridgetown,Port of Spain,Castries".split(
    ",",
  ),
  ..."Kingstown,Roseau,Basseterre,St. George's,Hamilton,Willemstad,Oranjestad,Guatemala City,Guatemala,Ciudad de Guatemala".split(
    ",",
  ),
  ..."San Salvador,Tegucigalpa,San Pedro Sula,Managua,San José,Panama City,Ciudad de Panamá,Panamá,Belmopan,Belize City".split(
    ",",
  ),
  ..."Bogota,Bogotá,Medellin,Medellín,Cali,Barranquilla,Cartagena,Cucuta,Cúcuta,Caracas,Maracaibo,Quito,Guayaquil,Cuenca".split(
    ",",
  ),
  ..."Lima,Cusco,Cuzco,Arequipa,Trujillo,Iquitos,La Paz,El Alto,Santa Cruz,Cochabamba,Sucre,Potosí,Oruro,Tarija,Asuncion".split(
    ",",
  ),
  ..."Asunción,Ciudad del Este,Montevideo,Punta del Este,Buenos Aires,Rosario,Mendoza,La Plata,Mar del Plata,Ushuaia".split(
    ",",
  ),
  ..."Santiago,Santiago de Chile,Valparaiso,Valparaíso,Concepción,Antofagasta,Brasilia,Brasília,Sao Paulo,São Paulo".split(
    ",",
  ),
  ..."Rio de Janeiro,Salvador,Recife,Fortaleza,Manaus,Porto Alegre,Curitiba,Belo Horizonte,Belem,Belém,Santos,Georgetown".split(
    ",",
  ),
  ..."Paramaribo,Cayenne,Stanley".split(","),
  // Africa
  ..."Cairo,Alexandria,Suez,Port Said,Luxor,Aswan,Sharm el-Sheikh,Tripoli,Benghazi,Misrata,Tunis,Sfax,Algiers,Oran,Alger".split(
    ",",
  ),
  ..."Rabat,Casablanca,Marrakesh,Marrakech,Fez,Tangier,Laayoune,Nouakchott,Dakar,Banjul,Bissau,Conakry,Freetown,Monrovia".split(
    ",",
  ),
  ..."Abidjan,Yamoussoukro,Accra,Kumasi,Tamale,Lome,Lomé,Cotonou,Porto-Novo,Lagos,Abuja,Kano,Kaduna,Ibadan,Port Harcourt".split(
    ",",
  ),
  ..."Maiduguri,Enugu,Jos,Benin City,Niamey,Agadez,Ouagadougou,Bamako,Timbuktu,Gao,N'Djamena,Ndjamena,Bangui,Yaounde".split(
    ",",
  ),
  ..."Yaoundé,Douala,Libreville,Malabo,Brazzaville,Pointe-Noire,Kinshasa,Goma,Bukavu,Lubumbashi,Kisangani,Beni,Kigali".split(
    ",",
  ),
  ..."Bujumbura,Gitega,Kampala,Entebbe,Gulu,Nairobi,Mombasa,Kisumu,Eldoret,Nakuru,Garissa,Dodoma,Dar es Salaam,Arusha".split(
    ",",
  ),
  ..."Zanzibar,Mogadishu,Kismayo,Hargeisa,Garowe,Bosaso,Djibouti,Addis Ababa,Mekelle,Dire Dawa,Asmara,Khartoum,Omdurman".split(
    ",",
  ),
  ..."Port Sudan,El Fasher,Juba,Malakal,Bor,Lusaka,Kitwe,Harare,Bulawayo,Lilongwe,Blantyre,Maputo,Beira,Luanda,Huambo".split(
    ",",
  ),
  ..."Windhoek,Gaborone,Johannesburg,Pretoria,Cape Town,Durban,Port Elizabeth,Gqeberha,Bloemfontein,Soweto,Maseru".split(
    ",",
  ),
  ..."Mbabane,Antananarivo,Port Louis,Moroni,Praia,São Tomé,Saint-Denis".split(","),
  // The Middle East and Iran
  ..."Jerusalem,Tel Aviv,Haifa,Ramallah,Gaza,Gaza City,Gaza Strip,Khan Younis,Rafah,Nablus,Hebron,Jenin,Bethlehem,Beirut".split(
    ",",
  ),
  ..."Tripoli,Sidon,Tyre,Damascus,Aleppo,Homs,Idlib,Raqqa,Amman,Zarqa,Aqaba,Baghdad,Basra,Mosul,Erbil,Irbil,Arbil,Kirkuk".split(
    ",",
  ),
  ..."Najaf,Karbala,Fallujah,Sulaimaniya,Kuwait,Kuwait City,Manama,Bahrain,Doha,Abu Dhabi,Dubai,Sharjah,Al Ain,Muscat".split(
    ",",
  ),
  ..."Salalah,Riyadh,Jeddah,Mecca,Makkah,Medina,Madina,Dammam,Dhahran,Taif,Tabuk,Sanaa,Sana'a,Aden,Hodeidah,Taiz,Marib".split(
    ",",
  ),
  ..."Tehran,Isfahan,Mashhad,Shiraz,Tabriz,Qom,Ahvaz,Bandar Abbas,Vienna".split(","),
  // South Asia
  ..."Islamabad,Karachi,Lahore,Rawalpindi,Peshawar,Quetta,Multan,Faisalabad,Sialkot,Gujranwala,Gujrat,Hyderabad,Sukkur".split(
    ",",
  ),
  ..."Larkana,Bahawalpur,Sargodha,Abbottabad,Mansehra,Mardan,Swabi,Charsadda,Nowshera,Kohat,Bannu,Dera Ismail Khan,DI Khan".split(
    ",",
  ),
  ..."D.I. Khan,Dera Ghazi Khan,D.G. Khan,DG Khan,Rahim Yar Khan,Rahimyar Khan,Sahiwal,Okara,Kasur,Sheikhupura,Jhang,Jhelum".split(
    ",",
  ),
  ..."Chakwal,Attock,Mianwali,Bhakkar,Layyah,Muzaffargarh,Khanewal,Vehari,Lodhran,Pakpattan,Narowal,Hafizabad,Mandi Bahauddin".split(
    ",",
  ),
  ..."Toba Tek Singh,Chiniot,Nankana Sahib,Khushab,Bahawalnagar,Rajanpur,Murree,Taxila,Wah,Gujar Khan,Haripur,Mingora,Swat".split(
    ",",
  ),
  ..."Saidu Sharif,Malakand,Batkhela,Timergara,Lower Dir,Upper Dir,Dir,Chitral,Buner,Shangla,Battagram,Kohistan,Hangu,Karak".split(
    ",",
  ),
  ..."Tank,Lakki Marwat,Parachinar,Kurram,Khar,Bajaur,Mohmand,Ghalanai,Landi Kotal,Jamrud,Khyber,Bara,Miranshah,Miramshah".split(
    ",",
  ),
  ..."Mir Ali,Wana,Orakzai,Gilgit,Skardu,Hunza,Muzaffarabad,Mirpur,Mirpurkhas,Bagh,Rawalakot,Kotli,Nawabshah,Khairpur".split(
    ",",
  ),
  ..."Jacobabad,Shikarpur,Ghotki,Dadu,Thatta,Badin,Umerkot,Mithi,Tharparkar,Sanghar,Tando Allahyar,Tando Mohammad Khan".split(
    ",",
  ),
  ..."Jamshoro,Kandhkot,Kashmore,Naushahro Feroze,Matiari,Hub,Gwadar,Turbat,Panjgur,Khuzdar,Kalat,Mastung,Chaman,Pishin".split(
    ",",
  ),
  ..."Zhob,Loralai,Sibi,Dera Bugti,Dera Murad Jamali,Dera Allahyar,Nushki,Chagai,Dalbandin,Taftan,Ziarat,Kohlu,Lasbela".split(
    ",",
  ),
  ..."New Delhi,Delhi,Mumbai,Bombay,Kolkata,Calcutta,Chennai,Madras,Bengaluru,Bangalore,Ahmedabad,Pune,Poona,Surat,Jaipur".split(
    ",",
  ),
  ..."Lucknow,Kanpur,Nagpur,Indore,Bhopal,Patna,Vadodara,Ghaziabad,Ludhiana,Agra,Nashik,Varanasi,Srinagar,Jammu,Leh".split(
    ",",
  ),
  ..."Amritsar,Allahabad,Prayagraj,Ranchi,Jamshedpur,Gwalior,Jabalpur,Coimbatore,Vijayawada,Visakhapatnam,Vizag,Madurai".split(
    ",",
  ),
  ..."Guwahati,Chandigarh,Mohali,Panchkula,Thiruvananthapuram,Trivandrum,Kochi,Cochin,Kozhikode,Calicut,Thrissur,Kollam".split(
    ",",
  ),
  ..."Kannur,Mangaluru,Mangalore,Mysuru,Mysore,Hubballi,Hubli,Belagavi,Kalaburagi,Shivamogga,Udupi,Davangere,Ballari".split(
    ",",
  ),
  ..."Raipur,Bilaspur,Bhubaneswar,Cuttack,Puri,Dehradun,Haridwar,Shimla,Dharamsala,Dharamshala,Manali,Noida,Gurgaon".split(
    ",",
  ),
  ..."Gurugram,Faridabad,Meerut,Aligarh,Bareilly,Moradabad,Gorakhpur,Ayodhya,Mathura,Jodhpur,Udaipur,Kota,Ajmer,Bikaner".split(
    ",",
  ),
  ..."Rajkot,Bhavnagar,Gandhinagar,Jamnagar,Aurangabad,Solapur,Kolhapur,Thane,Navi Mumbai,Panaji,Panjim,Margao,Goa".split(
    ",",
  ),
  ..."Puducherry,Pondicherry,Tiruchi,Tiruchirappalli,Salem,Tirunelveli,Tirupati,Guntur,Nellore,Kurnool,Warangal,Aizawl".split(
    ",",
  ),
  ..."Imphal,Shillong,Kohima,Dimapur,Agartala,Itanagar,Gangtok,Silchar,Dibrugarh,Siliguri,Darjeeling,Muzaffarpur,Gaya".split(
    ",",
  ),
  ..."Bhagalpur,Dhanbad,Jalandhar,Patiala,Bathinda,Hisar,Rohtak,Karnal,Ambala,Port Blair,Kavaratti,Anantnag,Baramulla".split(
    ",",
  ),
  ..."Dhaka,Chittagong,Chattogram,Khulna,Rajshahi,Sylhet,Barishal,Cox's Bazar,Kathmandu,Pokhara,Thimphu,Colombo,Kandy".split(
    ",",
  ),
  ..."Jaffna,Galle,Male,Malé,Kabul,Kandahar,Herat,Mazar-i-Sharif,Jalalabad,Kunduz,Lashkar Gah,Ghazni,Bamiyan".split(
    ",",
  ),
  ..."Pulwama,Kupwara,Budgam,Shopian,Kulgam,Bandipora,Ganderbal,Poonch,Rajouri,Kathua,Udhampur,Doda,Kishtwar,Kargil,Drass".split(
    ",",
  ),
  ..."Sonipat,Panipat,Sirsa,Rewari,Kurukshetra,Ferozepur,Hoshiarpur,Pathankot,Gurdaspur,Moga,Sangrur,Barnala,Saharanpur".split(
    ",",
  ),
  ..."Muzaffarnagar,Jhansi,Sultanpur,Ballia,Azamgarh,Jaunpur,Mirzapur,Etawah,Mainpuri,Hathras,Unnao,Rae Bareli,Amethi".split(
    ",",
  ),
  ..."Nainital,Haldwani,Roorkee,Rishikesh,Solan,Mandi,Kullu,Purnia,Darbhanga,Begusarai,Sasaram,Arrah,Bokaro,Deoghar".split(
    ",",
  ),
  ..."Asansol,Durgapur,Howrah,Kharagpur,Malda,Cooch Behar,Jalpaiguri,Rourkela,Sambalpur,Berhampur,Balasore,Korba,Bhilai".split(
    ",",
  ),
  ..."Durg,Raigarh,Ujjain,Sagar,Rewa,Satna,Ratlam,Chhindwara,Khandwa,Alwar,Bharatpur,Sikar,Bhilwara,Pali,Barmer,Jaisalmer".split(
    ",",
  ),
  ..."Anand,Bharuch,Vapi,Mehsana,Kutch,Bhuj,Porbandar,Junagadh,Nanded,Latur,Akola,Amravati,Jalgaon,Satara,Sangli,Ahmednagar".split(
    ",",
  ),
  ..."Ratnagiri,Palghar,Beed,Osmanabad,Chandrapur,Wardha,Vasco,Mapusa,Hassan,Tumakuru,Tumkur,Raichur,Bidar,Vijayapura".split(
    ",",
  ),
  ..."Mandya,Kolar,Chikkamagaluru,Kasaragod,Palakkad,Malappuram,Alappuzha,Kottayam,Idukki,Pathanamthitta,Wayanad,Vellore".split(
    ",",
  ),
  ..."Erode,Tiruppur,Thanjavur,Thoothukudi,Tuticorin,Dindigul,Cuddalore,Nagapattinam,Kancheepuram,Ooty,Udhagamandalam".split(
    ",",
  ),
  ..."Rajahmundry,Kakinada,Anantapur,Kadapa,Ongole,Eluru,Karimnagar,Nizamabad,Khammam,Adilabad,Nalgonda,Secunderabad".split(
    ",",
  ),
  ..."Jorhat,Tezpur,Nagaon,Tinsukia,Tura,Churachandpur,Ukhrul,Lunglei,Birgunj,Biratnagar,Janakpur,Lalitpur,Bhaktapur".split(
    ",",
  ),
  ..."Comilla,Cumilla,Mymensingh,Rangpur,Bogura,Jashore,Narayanganj,Gazipur,Noakhali,Feni,Trincomalee,Batticaloa,Anuradhapura".split(
    ",",
  ),
  ..."Negombo,Kurunegala,Ratnapura,Vavuniya,Nangarhar,Helmand,Faizabad,Farah,Zaranj,Khost,Gardez,Pul-e-Khumri".split(
    ",",
  ),
  ..."Daska,Wazirabad,Kamoke,Muridke,Pattoki,Chichawatni,Burewala,Mian Channu,Kabirwala,Shorkot,Jaranwala,Gojra,Samundri".split(
    ",",
  ),
  ..."Kamalia,Pindi Bhattian,Phalia,Kharian,Lalamusa,Dina,Sohawa,Talagang,Pind Dadan Khan,Hassanabdal,Hasan Abdal,Fateh Jang".split(
    ",",
  ),
  ..."Pindigheb,Kallar Syedan,Kahuta,Sadiqabad,Khanpur,Liaquatpur,Ahmedpur East,Chishtian,Haroonabad,Hasilpur,Arifwala".split(
    ",",
  ),
  ..."Jampur,Taunsa,Kot Addu,Alipur,Shujabad,Jalalpur Pirwala,Havelian,Balakot,Naran,Torghar,Kolai-Palas,Dasu,Chilas".split(
    ",",
  ),
  ..."Astore,Ghizer,Nagar,Diamer,Bhimber,Sudhnoti,Palandri,Neelum,Hattian Bala,Tangi,Shabqadar,Takht Bhai,Topi,Jehangira".split(
    ",",
  ),
  ..."Pabbi,Akora Khattak,Dargai,Kabal,Matta,Khwazakhela,Alpuri,Daggar,Lower Kohistan,Upper Kohistan,South Waziristan".split(
    ",",
  ),
  ..."North Waziristan,Bajaur Agency,Mohmand Agency,Khyber Agency,Kurram Agency,Orakzai Agency,Sadda,Hala,Tando Adam".split(
    ",",
  ),
  ..."Shahdadkot,Qambar,Mehar,Sehwan,Kotri,Rohri,Pano Aqil,Daharki,Ubauro,Moro,Sakrand,Digri,Kunri,Islamkot,Diplo".split(
    ",",
  ),
  ..."Nagarparkar,Golarchi,Matli,Sujawal,Gharo,Uthal,Ormara,Pasni,Jiwani,Awaran,Kharan,Washuk,Surab,Qila Saifullah".split(
    ",",
  ),
  ..."Qila Abdullah,Muslim Bagh,Harnai,Duki,Barkhan,Musakhail,Sherani,Jaffarabad,Nasirabad,Sohbatpur,Jhal Magsi,Dhadar,Mach".split(
    ",",
  ),
  // Central and East Asia, the Pacific
  ..."Tashkent,Samarkand,Almaty,Astana,Nur-Sultan,Bishkek,Osh,Dushanbe,Ashgabat,Ulaanbaatar,Ulan Bator,Beijing,Peking".split(
    ",",
  ),
  ..."Shanghai,Guangzhou,Shenzhen,Tianjin,Chongqing,Chengdu,Wuhan,Nanjing,Hangzhou,Xi'an,Shenyang,Harbin,Dalian,Qingdao".split(
    ",",
  ),
  ..."Jinan,Zhengzhou,Changsha,Kunming,Nanning,Fuzhou,Xiamen,Urumqi,Lhasa,Lanzhou,Hohhot,Guiyang,Haikou,Sanya,Hefei".split(
    ",",
  ),
  ..."Hong Kong,Macau,Macao,Taipei,Kaohsiung,Taichung,Tainan,Seoul,Busan,Incheon,Daegu,Gwangju,Daejeon,Sejong,Pyongyang".split(
    ",",
  ),
  ..."Panmunjom,Tokyo,Osaka,Kyoto,Yokohama,Nagoya,Sapporo,Kobe,Fukuoka,Hiroshima,Nagasaki,Sendai,Naha,Fukushima".split(
    ",",
  ),
  ..."Manila,Quezon City,Cebu,Cebu City,Davao,Davao City,Zamboanga,Zamboanga City,Baguio,Baguio City,Iloilo City,Bacolod City".split(
    ",",
  ),
  ..."Cagayan de Oro,Cagayan de Oro City,Cotabato City,General Santos City,Marawi,Jakarta,Surabaya,Bandung,Medan,Yogyakarta".split(
    ",",
  ),
  ..."Semarang,Makassar,Denpasar,Bali,Banda Aceh,Palu,Jayapura,Dili,Singapore,Kuala Lumpur,Putrajaya,Penang,George Town".split(
    ",",
  ),
  ..."Johor Bahru,Kota Kinabalu,Kuching,Ipoh,Petaling Jaya,Shah Alam,Bandar Seri Begawan,Bangkok,Chiang Mai,Phuket,Pattaya".split(
    ",",
  ),
  ..."Hanoi,Ho Chi Minh City,Danang,Da Nang,Hue,Haiphong,Phnom Penh,Siem Reap,Vientiane,Luang Prabang,Yangon,Rangoon".split(
    ",",
  ),
  ..."Naypyitaw,Naypyidaw,Nay Pyi Taw,Mandalay,Sydney,Melbourne,Brisbane,Perth,Adelaide,Canberra,Hobart,Darwin,Cairns".split(
    ",",
  ),
  ..."Gold Coast,Newcastle,Alice Springs,Auckland,Wellington,Christchurch,Dunedin,Hamilton,Queenstown,Suva,Nadi,Apia".split(
    ",",
  ),
  ..."Nuku'alofa,Port Vila,Honiara,Port Moresby,Noumea,Nouméa,Papeete,Tarawa,Majuro,Palikir,Koror,Yaren,Funafuti,Hagatna".split(
    ",",
  ),
  ..."Johor Baru,Alor Setar,Alor Star,Seremban,Klang,Miri,Sibu,Bintulu,Sandakan,Tawau,Kuantan,Melaka,Malacca,Kota Baru".split(
    ",",
  ),
  ..."Kota Bharu,Kuala Terengganu,Kangar,Labuan,Subang Jaya,Sepang,Butterworth,Taiping,Teluk Intan,Lahad Datu,Keningau".split(
    ",",
  ),
  ..."Bogor,Depok,Bekasi,Tangerang,Malang,Solo,Surakarta,Padang,Palembang,Pekanbaru,Batam,Pontianak,Balikpapan,Samarinda".split(
    ",",
  ),
  ..."Banjarmasin,Manado,Ambon,Kupang,Mataram,Tacloban City,Dagupan City,Legazpi City,Naga City,Puerto Princesa City".split(
    ",",
  ),
  ..."Butuan City,Dumaguete City,Tagbilaran City,Olongapo City,Angeles City,Makati City,Pasay City,Makati,Taguig,Laoag City".split(
    ",",
  ),
  ..."Can Tho,Khon Kaen,Hat Yai,Sihanoukville,Geelong,Wollongong,Townsville,Launceston,Ballarat,Bendigo,Tauranga,Rotorua".split(
    ",",
  ),
  ..."Pago Pago,Saipan,Rarotonga,Alofi".split(","),
];
